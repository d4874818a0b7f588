/**
 * Names of Windows for time zones, without "Standard Time", and the IANA zone that CLDR gives to each for
 * the whole world (unicode-org/cldr `common/supplemental/windowsZones.xml`, territory 001). Rows share the
 * first part of the IANA name.
 */
const TABLE = `
Europe/ GMT=London;W. Europe=Berlin;Central Europe=Budapest;Romance=Paris;Central European=Warsaw;GTB=Bucharest;E. Europe=Chisinau;FLE=Kyiv;Kaliningrad=Kaliningrad;Russian=Moscow;Turkey=Istanbul;Belarus=Minsk;Russia Time Zone 3=Samara;Astrakhan=Astrakhan;Saratov=Saratov;Volgograd=Volgograd
Atlantic/ Azores=Azores;Cape Verde=Cape_Verde;Greenwich=Reykjavik
America/ Eastern=New_York;Central=Chicago;Mountain=Denver;Pacific=Los_Angeles;Alaskan=Anchorage;Aleutian=Adak;US Eastern=Indianapolis;US Mountain=Phoenix;Canada Central=Regina;Central America=Guatemala;Central Standard Time (Mexico)=Mexico_City;Eastern Standard Time (Mexico)=Cancun;Mountain Standard Time (Mexico)=Mazatlan;Pacific Standard Time (Mexico)=Tijuana;SA Pacific=Bogota;SA Western=La_Paz;SA Eastern=Cayenne;Venezuela=Caracas;Pacific SA=Santiago;Atlantic=Halifax;Newfoundland=St_Johns;E. South America=Sao_Paulo;Argentina=Buenos_Aires;Greenland=Godthab;Montevideo=Montevideo;Bahia=Bahia;Paraguay=Asuncion;Central Brazilian=Cuiaba;Haiti=Port-au-Prince;Cuba=Havana;Turks And Caicos=Grand_Turk;Tocantins=Araguaina;Magallanes=Punta_Arenas;Saint Pierre=Miquelon;Yukon=Whitehorse
Africa/ Morocco=Casablanca;W. Central Africa=Lagos;Egypt=Cairo;South Africa=Johannesburg;E. Africa=Nairobi;Libya=Tripoli;Namibia=Windhoek;Sudan=Khartoum;South Sudan=Juba;Sao Tome=Sao_Tome
Asia/ Jordan=Amman;Middle East=Beirut;Syria=Damascus;West Bank=Hebron;Israel=Jerusalem;Arabic=Baghdad;Arab=Riyadh;Iran=Tehran;Arabian=Dubai;Azerbaijan=Baku;Caucasus=Yerevan;Georgian=Tbilisi;Afghanistan=Kabul;West Asia=Tashkent;Ekaterinburg=Yekaterinburg;Pakistan=Karachi;Qyzylorda=Qyzylorda;India=Calcutta;Sri Lanka=Colombo;Nepal=Katmandu;Central Asia=Bishkek;Bangladesh=Dhaka;Omsk=Omsk;Myanmar=Rangoon;SE Asia=Bangkok;Altai=Barnaul;W. Mongolia=Hovd;North Asia=Krasnoyarsk;N. Central Asia=Novosibirsk;Tomsk=Tomsk;China=Shanghai;North Asia East=Irkutsk;Singapore=Singapore;Taipei=Taipei;Ulaanbaatar=Ulaanbaatar;North Korea=Pyongyang;Tokyo=Tokyo;Korea=Seoul;Yakutsk=Yakutsk;Vladivostok=Vladivostok;Magadan=Magadan;Sakhalin=Sakhalin;Transbaikal=Chita;Russia Time Zone 10=Srednekolymsk;Russia Time Zone 11=Kamchatka
Australia/ W. Australia=Perth;Aus Central W.=Eucla;Cen. Australia=Adelaide;AUS Central=Darwin;E. Australia=Brisbane;AUS Eastern=Sydney;Tasmania=Hobart;Lord Howe=Lord_Howe
Pacific/ West Pacific=Port_Moresby;Bougainville=Bougainville;Norfolk=Norfolk;Central Pacific=Guadalcanal;New Zealand=Auckland;Fiji=Fiji;Chatham Islands=Chatham;Tonga=Tongatapu;Samoa=Apia;Line Islands=Kiritimati;Hawaiian=Honolulu;Marquesas=Marquesas;Easter Island=Easter
Indian/ Mauritius=Mauritius
Etc/ UTC-02=GMT+2;UTC-08=GMT+8;UTC-09=GMT+9;UTC-11=GMT+11;UTC+12=GMT-12;UTC+13=GMT-13;Dateline=GMT+12;UTC=UTC
`;

let zones: Map<string, string> | undefined;

/** The IANA zone of a Windows name, in any case; undefined for other names. */
export function zoneOfWindows(name: string): string | undefined {
  return (zones ??= read()).get(keyOf(name));
}

function read(): Map<string, string> {
  return new Map(
    TABLE.trim()
      .split('\n')
      .flatMap(row => {
        const space = row.indexOf(' ');
        return row
          .slice(space + 1)
          .split(';')
          .map(entry => {
            const [name = '', zone = ''] = entry.split(/=(?=[^=]*$)/);
            return [keyOf(name), row.slice(0, space) + zone] as const;
          });
      }),
  );
}

/** Outlook also writes "Eastern Time (US & Canada)", and leaves out "Standard". */
function keyOf(name: string): string {
  return name
    .replace(/^\((?:UTC|GMT)[^)]*\)\s*/i, '')
    .replace(/ \(US (?:&|and) Canada\)$/i, '')
    .replace(/ (?:Standard |Daylight )?Time\b(?! \()/i, '')
    .trim()
    .toLowerCase();
}
