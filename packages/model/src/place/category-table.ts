/** French label | English label (empty: the id) | icon | synonyms | colour | shape. */
export const GROUPS = {
  producers: 'Producteurs||wheat|agriculteur,producteur local|green|hexagon',
  food: 'Commerces de bouche|Food shops|basket|alimentation|orange|circle',
  eat: 'Manger et boire|Eat and drink|fork|restauration|red|square',
  shops: 'Boutiques||bag|magasin,commerce,commercant|blue|diamond',
  crafts: 'Artisans||hammer|artisanat|brown|triangle',
  services: 'Services||key||teal|pentagon',
  culture: 'Culture et vie locale|Culture and public life|book|association|purple|star',
  other: 'Autres||dot|divers|grey|drop',
} as const;

/**
 * By group: French label | English label (empty: the id) | icon (empty: the group's) | OSM tags
 * (values of `shop` unless the key is given) | NAF codes | synonyms.
 *
 * Synonyms need no accents and no plurals. Labels count as synonyms, and so does each side of an
 * "et" or "and" in them.
 */
export const LEAVES = {
  producers: {
    farm: 'Ferme|||farm|0150Z|vente a la ferme,exploitation agricole',
    'market-gardener': 'Maraîcher||carrot||0113Z|maraichage',
    'fruit-grower': 'Arboriculteur||apple||0124Z 0125Z|verger',
    livestock: 'Éleveur|Livestock farmer|cow||0142Z 0145Z 0146Z 0147Z|elevage',
    dairy: 'Laiterie||milk|dairy craft=dairy|0141Z 1051A 1051B|lait,produit laitier',
    'cheese-maker': 'Fromager fermier||cheese||1051C|fromager affineur,affineur,chevrerie',
    eggs: 'Œufs||egg|||',
    honey: 'Apiculteur|Beekeeper|honey|craft=beekeeper||miel,apiculture',
    'wine-grower': 'Vigneron||grape|craft=winery|0121Z 1102B|viticulteur,domaine viticole',
    shellfish: 'Conchyliculteur||shell||0321Z|ostreiculteur,huitre,coquillage,moule',
    fishing: 'Pêche|Fishing|fish||0311Z 0312Z|pecheur,pisciculture',
    snails: 'Escargots||snail|||heliciculteur',
    brewery: 'Brasserie artisanale||beer|craft=brewery|1105Z|brasseur,microbrasserie,biere',
    spirits:
      'Cidre et spiritueux|Cider and spirits|glass|craft=distillery craft=cider|1101Z 1103Z|distillerie,cidrerie',
    mill: 'Huile et farine|Oil and flour|wheat|craft=grinding_mill|1061A 1041A|moulin,huilerie',
    nursery: 'Pépinière|Plant nursery|flower|garden_centre|0130Z|horticulteur,jardinerie',
  },
  food: {
    bakery: 'Boulangerie||bread|bakery|1071C 4724Z|boulanger,pain',
    pastry: 'Pâtisserie||cake|pastry confectionery|1071D|patissier,confiserie',
    butcher: 'Boucherie||meat|butcher|4722Z 1013B|boucher,charcuterie',
    'cheese-shop': 'Fromagerie||cheese|cheese||fromager,cremerie',
    fishmonger: 'Poissonnerie||fish|seafood|4723Z|poissonnier',
    greengrocer: 'Primeur||carrot|greengrocer|4721Z|fruit,legume',
    grocery:
      'Épicerie|||convenience general coffee tea|4711B 4711C 4729Z|epicier,alimentation generale,superette,torrefacteur',
    supermarket: 'Supermarché|||supermarket|4711D 4711F|',
    deli: 'Traiteur||pot|deli craft=caterer|5621Z|',
    chocolate: 'Chocolatier||cake|chocolate|1082Z|chocolat',
    'ice-cream': 'Glacier||ice|ice_cream amenity=ice_cream|1052Z|glace',
    'wine-shop': 'Caviste||glass|wine alcohol beverages|4725Z|cave',
    organic: 'Magasin bio||leaf|health_food||bio',
    market: 'Marché||stall|amenity=marketplace|4781Z|halle',
    vending: 'Distributeur|Vending machine|box|amenity=vending_machine||casier',
  },
  eat: {
    restaurant: 'Restaurant|||amenity=restaurant|5610A|auberge,brasserie',
    'fast-food': 'Restauration rapide||burger|amenity=fast_food|5610C|food truck,pizzeria,snack',
    cafe: 'Café||cup|amenity=cafe||salon de the',
    bar: 'Bar||glass|amenity=bar amenity=pub|5630Z|',
  },
  shops: {
    books:
      'Librairie et presse|Books and news|book|books newsagent kiosk stationery|4761Z 4762Z|libraire,papeterie',
    florist: 'Fleuriste||flower|florist|4776Z|',
    clothes:
      'Vêtements et chaussures|Clothes and shoes|shirt|clothes bag leather shoes|4771Z 4772A|mode',
    jewelry: 'Bijouterie|Jeweller|gem|jewelry watches|4777Z|bijoutier,horlogerie',
    gifts: 'Cadeaux et souvenirs||gift|gift art|4778C|',
    home: 'Maison et décoration|Home and decoration|house|furniture kitchen appliance|4759A 4759B|meuble',
    hardware:
      'Bricolage||wrench|doityourself hardware tool_hire electrical|4752A 4752B|quincaillerie,droguerie',
    electronics: 'Informatique et téléphonie||phone|electronics computer mobile_phone|4741Z 4742Z|',
    leisure: 'Sports et loisirs|Sports and leisure|ball|sports toys boat|4764Z 4765Z|jouet',
    beauty: 'Parfumerie et cosmétiques||drop|perfumery cosmetics|4775Z|',
    'second-hand':
      'Occasion et antiquités||gift|second_hand antiques charity|4779Z|brocante,friperie,ressourcerie',
  },
  crafts: {
    building:
      'Bâtiment et menuiserie|Building and joinery|wrench|craft=plumber craft=electrician craft=painter craft=builder craft=carpenter|4322A 4321A 4334Z 4332A|plombier,electricien,macon,menuisier',
    'art-craft':
      'Métiers d’art|Art craft|pot|craft=pottery craft=tailor craft=dressmaker pottery sewing tailor|2341Z|potier,poterie,ceramique,couture',
  },
  services: {
    hairdresser: 'Coiffeur||scissors|hairdresser|9602A|coiffure',
    wellness: 'Beauté et bien-être||flower|beauty massage tattoo|9602B|',
    pharmacy:
      'Pharmacie et optique|Pharmacy and optician|cross|amenity=pharmacy optician|4773Z 4778A|opticien',
    laundry: 'Laverie et pressing||shirt|laundry dry_cleaning|9601B|',
    vehicle: 'Auto et moto||car|car car_repair motorcycle amenity=fuel|4520A|garage',
    bicycle: 'Vélo||bike|bicycle amenity=bicycle_rental||',
    repair: 'Réparation||wrench|repair craft=shoe_repair|9529Z|cordonnier',
    bank: 'Banque et assurance||coin|amenity=bank insurance|6419Z|',
    post: 'La Poste|Post office|letter|amenity=post_office|5310Z|',
    travel:
      'Voyages et hébergement|Travel and lodging|bed|travel_agency ticket tourism=hotel|7911Z|hotel,gite',
  },
  culture: {
    library: 'Bibliothèque||book|amenity=library|9101Z|mediatheque',
    show: 'Cinéma et théâtre|Cinema and theatre|mask|amenity=cinema amenity=theatre|5914Z 9004Z|',
    museum: 'Musée||frame|tourism=museum|9102Z|',
    'town-hall': 'Mairie||flag|amenity=townhall|8411Z|',
  },
  other: {},
} as const;
