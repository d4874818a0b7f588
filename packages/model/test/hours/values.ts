/** Values as French shops write them, a line each. */
export const SHOPS = `
24/7
24/7 "Distributeur automatique"
08:00-20:00
08:30-00:00
00:00-24:00
09:00-12:30,14:00-19:00
12:00-14:00, 19:00-22:30
Mo-Su 08:00-20:00
Mo-Sa 08:30-19:30
Mo-Sa 08:30-19:30; Su off
Mo-Sa 08:30-19:30; Su,PH off
Mo-Sa 08:30-19:30; PH,Su off
Mo-Sa 08:30-19:30; PH off
Mo-Sa 08:30-20:00; Su 09:00-12:30
Mo-Sa 08:30-20:00; Su 09:00-12:30; PH 09:00-12:00
Mo-Sa 08:30-20:00; Su,PH 09:00-12:30
Mo-Fr 08:00-12:00,13:30-17:30
Mo-Fr 08:00-12:00,13:30-17:30; Sa 09:00-12:00
Mo-Fr 08:00-12:00, 13:30-17:30; Sa 09:00-12:00
Mo-Th 08:30-12:30,13:30-18:00; Fr 08:30-12:30
Mo,Tu,Th,Fr 09:00-12:00,14:00-18:00; We 09:00-12:00
Mo-We,Fr 09:00-12:00; Th 14:00-19:00
Tu-Sa 09:00-12:30,14:30-19:00
Tu-Sa 09:00-12:30,14:30-19:00; Su 09:00-12:30
Tu-Su 07:00-13:00
Tu-Su 06:30-13:30,15:30-20:00
Tu-Su 06:30-13:30,15:30-20:00; Su 06:30-13:00
Mo off; Tu-Sa 06:00-13:00,16:00-19:00; Su 06:00-13:00
Mo closed; Tu-Sa 07:00-19:30; Su 07:00-13:00
Tu-Fr 07:00-13:00,15:30-19:30; Sa 07:00-19:30; Su 07:00-13:00; PH off
Tu-Sa 07:00-20:00; Su 07:00-13:00; Mo off; PH 07:00-13:00
Th-Tu 07:00-19:30; We off
Th-Tu 06:45-13:00,15:00-19:30; Su 06:45-13:00
Fr-Mo 07:00-13:00
Fr-Mo,We 07:00-13:00
Sa-Mo 10:00-18:00
Sa-Tu,Th 10:00-18:00
Su-Th 10:00-18:00; Fr,Sa 10:00-19:00
Mo 14:00-19:00; Tu-Sa 10:00-19:00
Mo 14:00-19:00; Tu-Fr 10:00-12:30,14:00-19:00; Sa 10:00-19:00
Mo-Sa 10:00-19:00; Th 10:00-21:00
Mo-Sa 10:00-19:00; Th off
Mo-Fr 09:00-18:00; We 09:00-12:00
Mo-Fr 09:00-18:00; We 12:00-14:00 off
Mo-Su 09:00-19:00; 12:30-14:00 off
We,Sa 08:00-13:00
Sa 08:00-13:00
Su 08:00-13:00
Tu,Th,Sa 07:30-13:00
Fr 16:00-20:00
We 15:00-19:00; Fr 16:00-19:30; Sa 09:30-12:30
Tu 16:30-19:00, Fr 16:30-19:00
Tu 16:30-19:00,Fr 16:30-19:00
Mo-Fr 17:00-19:00; Sa 10:00-12:00,15:00-19:00
Sa[1] 09:00-12:00
Su[1] 09:00-18:00
Su[-1] 08:00-14:00
Sa[1,3] 09:00-12:30
Sa[2],Sa[4] 14:00-17:00
Sa[1,-1] 10:00-12:00; Su off
Th[-1] 18:00-20:00
Mo-Fr 09:00-17:00; Fr[-1] off
Fr[5] 16:00-20:00
May-Sep: Mo-Su 09:00-20:00
May-Sep Mo-Su 09:00-20:00
Apr-Oct: Tu-Su 10:00-19:00; Nov-Mar: Fr-Su 10:00-17:00
Apr-Oct Mo-Sa 09:00-19:00; Nov-Mar Mo-Sa 09:00-17:30
Jul,Aug 09:00-21:00
Jul-Aug: Mo-Su 09:00-21:00; Sep-Jun: Tu-Sa 09:00-12:30,15:00-19:00
Mo-Sa 10:00-19:00; Jul,Aug: Mo-Su 10:00-20:00
Mo-Sa 10:00-19:00; Dec: Mo-Su 10:00-20:00
Mo-Sa 10:00-19:00; Dec,May-Aug: Su 10:00-19:00; Jul,Aug: Mo-Sa 10:00-20:00
Tu-Sa 09:00-19:00; Aug off
Tu-Sa 09:00-19:00; Aug 01-15 off
Tu-Sa 09:00-19:00; Aug 10-24 off "Congés annuels"
Tu-Sa 09:00-19:00; Jul 27-Aug 18 closed
Tu-Sa 09:00-19:00; Dec 25-Jan 02 off
Tu-Sa 09:00-19:00; Dec 24-31 09:00-17:00; Dec 25 off
Tu-Sa 09:00-19:00; Dec 24,31 09:00-16:00
Tu-Sa 09:00-19:00; Dec 24,Dec 31 09:00-16:00; Dec 25,Jan 01 off
Mo-Su 08:00-20:00; Dec 25,Jan 01,May 01 off
Mo-Su 08:00-20:00; May 01 off; Dec 25 off
Mo-Su 08:00-20:00; Jan 1 off
Jun 15-Sep 15: 10:00-19:00
Jun 15-Sep 15 Mo-Sa 10:00-13:00,16:00-20:00
Sep 16-Jun 14: Tu-Sa 10:00-18:00; Jun 15-Sep 15: Mo-Su 09:00-20:00
Jun 15-Jul 31: 20:45-24:00; Aug: 20:30-23:30; Sep 01-15: 20:00-23:00
Oct 15-Apr 15: Sa,Su 14:00-17:00
Nov 15-Dec 24: 09:00-19:00
Apr 01-Sep 30 We,Sa,Su 14:00-18:00
Mar-May,Sep-Nov: Sa 09:00-12:00
Mo-Fr 08:00-19:00; Sa 08:00-13:00; PH off; 2026 Apr 01-02 08:00-18:30
Mo-Fr 09:00-18:00; 2026 Dec 24 09:00-12:00
Mo-Fr 09:00-18:00; 2026 Dec 24 09:00-12:00; 2026 Dec 25 off
Mo-Fr 09:00-18:00; 2026 Dec 24-2027 Jan 03 off
Mo-Fr 09:00-18:00; 2026 Aug 03-21 off "Fermeture annuelle"
Mo-Sa 09:00-19:00; 2026 Nov 29 10:00-18:00
2026 Jul-Aug: Mo-Su 10:00-20:00
2026 Dec: 10:00-20:00
2026: Mo-Fr 09:00-17:00
2026-2027 Mo-Fr 09:00-17:00
2026 Mo-Fr 09:00-17:00; 2027 Mo-Sa 09:00-18:00
Mo-Fr 09:00-17:00; 2027 off
PH off
PH 10:00-12:00
Mo-Fr,PH 09:00-12:00
PH,Mo-Sa 09:00-12:00
Mo-Sa,PH 10:00-19:00; Su 10:00-13:00
PH Mo-Fr 10:00-12:00
Mo-Fr 10:00-18:00, PH off
Mo-Sa 10:00-19:00; PH 10:00-13:00; Dec 25 off
Mo-Fr 08:00-18:00; PH closed "Jour férié"
Tu-Sa 18:00-02:00
Mo-Su 18:00-02:00
Mo-Su 19:00-05:30
16:00-04:45
18:00-26:00
Fr,Sa 22:00-29:00
Tu-Th 18:00-01:00, Fr-Sa 18:00-02:00
Tu-Th 18:00-01:00; Fr,Sa 18:00-02:00
Tu-Th 18:00-01:00; Fr-Sa 18:00-02:00; Su,Mo off
Mo-Sa 07:00-00:30, Su 07:00-24:00
Mo-Sa 08:00-03:00, Su 11:00-03:00
19:00-02:00; Mo off
Mo-Sa 19:00-00:00; Su 12:00-00:00
Mo-Fr 07:00-21:00; Sa 08:00-02:00; PH off
Th 17:00-01:00; Fr 17:00-02:00
12:00-14:30,19:00-23:15
Mo-Th 12:00-13:30,19:30-21:30; Fr 12:00-13:30,19:30-22:00; Sa 19:30-22:00
Sa,Su 12:00-13:45, Th-Mo 19:30-21:45; Tu,We off
Mo-Sa 11:00-14:30, We,Th 19:00-22:00; Su off
12:00-14:00,19:30-23:00; Su,Mo off
09:00-12:30; 14:30-19:00; Su off
10:30-19:00; Su 12:00-19:00
08:00-18:30; Th 08:00-21:30; Su off
Mo-Fr 18:00+
Fr,Sa 20:00+
Tu-Su 12:00-14:00,19:00+
Mo-Fr 09:00-12:00 "sur rendez-vous"
Mo-Fr 09:00-12:00 open "Sonner fort"
Mo-Fr 09:00-12:00; Mo-Fr 14:00-17:00 "sur rendez-vous"
Mo-Fr 09:00-12:00, Mo-Fr 14:00-17:00 "sur rendez-vous"
Mo-Fr 09:00-12:00 || "sur rendez-vous"
Mo-Fr 09:00-12:00,14:00-17:00 || Sa 09:00-12:00 "sur rendez-vous"
Mo-Fr 09:00-12:00; Sa unknown "Téléphoner"
"sur rendez-vous"
"En cueillette : selon la récolte; appeler, 7j/7"
off
closed
closed "Travaux"
open
unknown
off "Fermé jusqu’à nouvel ordre"
Mo-Fr 09:00-17:00; off
24/7; Su off
24/7; PH off
24/7 closed "Travaux"
24/7; Aug 10-20 off
mo-fr 09:00-17:00
MO-FR 09:00-17:00
Mo-Fr09:00-17:00
Mo - Fr 09:00 - 17:00
Mo-Fr  09:00-17:00 ;  Sa 09:00-12:00 ;
Mo-Fr: 09:00-17:00
Mo–Fr 09:00–17:00
Mo-Sa 09:00–12:30,14:00–19:00
Mo-Fr 09.00-17.00
Mo-Fr 9:00-17:00
Mo-Fr 9h-17h
Mo-Fr 9h à 12h
Mo-Sa 9:30-19:30;Su 10:00-13:00
SH off
Mo-Fr 09:00-17:00; SH off
Mo-Fr 09:00-17:00; SH Mo-Fr 10:00-16:00
We 14:00-18:00; SH Mo-Fr 14:00-18:00; PH off
We,SH 14:00-18:00
Tu-Sa 22:00-02:30
Sa 21:00-02:15, Su 21:00-03:30
Mo-Su 02:00-03:00
Mo-Su 02:30-05:00
Mo-Su 04:00-13:00
`
  .trim()
  .split('\n');

/**
 * Forms of the grammar as the specification shows them
 * (https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification and Key:opening_hours),
 * also those that are not covered.
 */
export const SPECIFICATION = `
24/7
24/7 closed "always closed"
Mo-Fr 08:00-20:00
Mo-Fr 08:00-17:30
Mo-Fr 08:00-12:00,13:00-17:30
Mo-Fr 08:00-12:00,13:00-17:30; Sa 08:00-12:00
Mo-Fr 08:00-12:00,13:00-17:30; Sa 08:00-12:00; PH 09:00-12:00
Mo-Fr 08:00-12:00,13:00-17:30; Sa 08:00-12:00; PH off
Mo-Sa 10:00-20:00; Tu off
Mo-Sa 10:00-20:00; Tu 10:00-14:00
Mo-Fr 08:00-12:00, We 14:00-18:00
Su-Tu 11:00-01:00, We-Th 11:00-03:00, Fr 11:00-06:00, Sa 11:00-07:00
Su-Tu 11:00-01:00; We-Th 11:00-03:00; Fr 11:00-06:00; Sa 11:00-07:00
Mo-Fr 10:00-20:00; Sa,Su 10:00-14:00
Mo-Su 18:00-02:00
18:00-26:00
17:00+
14:00-17:00+
Mo-Fr 08:00-12:00 open "by appointment"
Mo-Fr 08:00-18:00; We 12:00-14:00 off
Mo-Fr 10:00-12:00 || "by appointment"
Mo-Fr 08:00-11:00 || Tu-Th,PH open "Emergency only"
10:00-12:00 || 13:00-14:00 "please call us"
sunrise-sunset
(sunrise+01:00)-(sunset-01:00)
10:00-16:00/90
Mo[1]
Th[1,2-3]
We[1,2-3] 10:00-12:00
Fr[-1] 10:00-12:00
Sa[2] +3 days 10:00-12:00
PH,Su 10:00-12:00
PH Mo-Fr 10:00-12:00
SH,PH Mo-Fr 10:00-12:00
PH +1 day 10:00-12:00
SH Mo-Fr 10:00-12:00
Su,PH off
week 01-53/2 Fr 09:00-12:00
week 4-16 We 18:00-20:00
week 38-42 Sa 00:00-24:00
Jan 23-Feb 11 00:00-24:00
Jan 23-Feb 11,Sep 12 00:00-24:00
Jan 23-31/3 00:00-24:00
Dec 25-easter 10:00-12:00
easter 10:00-12:00
easter -2 days off
2012 easter -2 days-2012 easter +2 days 10:00-12:00
Mar Su[-1]-Oct Su[1] 10:00-12:00
2026 10:00-12:00
2026-2028 10:00-12:00
2026+ 10:00-12:00
2020-2030/2 10:00-12:00
2026 Dec 25-2027 Jan 05 off
2026 Jan-Feb 10:00-12:00
Dec 25: off
Dec-Feb 10:00-12:00
Dec-Feb: Mo-Fr 10:00-12:00
Dec 08:00-14:00
Dec 24-26 off
Nov-Dec,Jan-Mar 05:30-23:30
Jan-Mar,Nov-Dec Mo-Su 10:00-12:00
Sep 16-Jun 14 Mo-Fr 10:00-12:00
Mo-Fr
Mo-Fr open
Su
Apr-Sep
Jan 01 open
Mo-Fr 20:00-02:00 off
Mo-Su 10:00-18:00; We 14:00-16:00 unknown "maybe"
Mo 10:00-12:00; 14:00-16:00
off; Mo 10:00-12:00
Mo-Fr 08:00-08:00
22:00-08:00; Mo 20:00-06:00
`
  .trim()
  .split('\n');
