/** Our category | schema.org types (https://schema.org/LocalBusiness) that are in it. */
const TABLE =
  'bakery Bakery|cafe CafeOrCoffeeShop|bar BarOrPub NightClub|brewery Brewery|wine-grower Winery|' +
  'spirits Distillery|restaurant Restaurant|fast-food FastFoodRestaurant|ice-cream IceCreamShop|' +
  'eat FoodEstablishment|grocery GroceryStore ConvenienceStore|wine-shop LiquorStore|' +
  'florist Florist|nursery GardenStore|books BookStore|clothes ClothingStore MensClothingStore ShoeStore|' +
  'jewelry JewelryStore|home HomeGoodsStore FurnitureStore|hardware HardwareStore|' +
  'electronics ElectronicsStore ComputerStore MobilePhoneStore|' +
  'leisure SportingGoodsStore ToyStore HobbyShop MusicStore|second-hand PawnShop|' +
  'shops Store DepartmentStore OutletStore WholesaleStore OfficeEquipmentStore PetStore MovieRentalStore|' +
  'building HomeAndConstructionBusiness Plumber Electrician HousePainter RoofingContractor GeneralContractor HVACBusiness|' +
  'hairdresser HairSalon|wellness BeautySalon DaySpa NailSalon HealthClub TattooParlor HealthAndBeautyBusiness|' +
  'pharmacy Pharmacy Optician|laundry DryCleaningOrLaundry|' +
  'vehicle AutomotiveBusiness AutoRepair AutoDealer AutoPartsStore GasStation MotorcycleDealer MotorcycleRepair TireShop|' +
  'bicycle BikeStore|bank BankOrCreditUnion FinancialService InsuranceAgency|post PostOffice|' +
  'travel TravelAgency LodgingBusiness Hotel BedAndBreakfast Hostel Campground|' +
  'library Library|show MovieTheater PerformingArtsTheater MusicVenue|museum Museum ArtGallery|' +
  'town-hall CityHall|services LegalService Notary Attorney RealEstateAgent';

/** Kinds of things that are no place, though they may tell of one (an event has a location). */
const NO_PLACE =
  /(?:Event|Action|List|Page|Posting|Article|Review|Rating|Offer|Catalog|Object|Series|Festival|Specification|Address|Coordinates|Webpage)$|^(?:Person|Product|WebSite|Recipe|Question|Service|Brand|Thing|Organization|Corporation)$/;
const A_PLACE = /(?:Store|Shop|Business|Establishment|Place|Farm|Restaurant)$/;
/** Said of everything, and so nothing of its kind. */
const ANYTHING = /^(?:LocalBusiness|ProfessionalService|Place|Organization)$/;

const byType = /* @__PURE__ */ new Map(
  TABLE.split('|').flatMap(line => {
    const [id = '', ...types] = line.split(' ');
    return types.map(type => [type, id] as const);
  }),
);

/** Whether things of this type are places: undefined when it depends on what they tell. */
export function isPlaceType(type: string): boolean | undefined {
  if (NO_PLACE.test(type)) return false;
  return byType.has(type) || A_PLACE.test(type) || undefined;
}

/** Words for the kind of a place: our category, or `Farm Shop` of `FarmShop`. */
export function kindOfType(type: string): string | undefined {
  if (ANYTHING.test(type)) return undefined;
  return byType.get(type) ?? type.replace(/([a-z])(?=[A-Z])/g, '$1 ');
}
