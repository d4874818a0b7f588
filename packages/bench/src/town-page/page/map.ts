import '../../map/page/leaflet-global.js';
import L from 'leaflet';
import 'leaflet.markercluster';

interface Feature {
  readonly geometry: {readonly coordinates: readonly [number, number]};
  readonly properties: Readonly<Record<string, never>> & {
    readonly name: string;
    readonly categoryLabel: string;
    readonly openingHours?: string;
    readonly telephone?: string;
    readonly address?: {readonly streetAddress?: string; readonly addressLocality?: string};
  };
}

/** A map with a list, a search and a choice of categories, as one writes it with the two libraries. */
const map = L.map('map', {minZoom: 3, maxZoom: 19}).setView([48.4085, 0.524], 13);
L.tileLayer('/__tiles/{z}/{x}/{y}.png').addTo(map);
const group = L.markerClusterGroup();
map.addLayer(group);

const list = document.querySelector<HTMLElement>('#places')!;
const search = document.querySelector<HTMLInputElement>('#search')!;
const category = document.querySelector<HTMLSelectElement>('#category')!;

const response = await fetch('data/shops.geojson');
const {features} = (await response.json()) as {features: Feature[]};
const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('fr');

function paragraph(text: string): HTMLParagraphElement {
  const made = document.createElement('p');
  made.textContent = text;
  return made;
}

function card({properties}: Feature): HTMLElement {
  const {name, categoryLabel, address, telephone, openingHours} = properties;
  const made = document.createElement('div');
  const title = document.createElement('strong');
  title.textContent = name;
  made.append(title, paragraph(categoryLabel));
  if (address)
    made.append(paragraph(`${address.streetAddress ?? ''} ${address.addressLocality ?? ''}`));
  if (telephone) made.append(paragraph(telephone));
  if (openingHours) made.append(paragraph(openingHours));
  return made;
}

const entries = features.map(feature => {
  const [longitude, latitude] = feature.geometry.coordinates;
  const marker = L.marker([latitude, longitude], {icon: L.divIcon()}).bindPopup(() =>
    card(feature),
  );
  const row = document.createElement('li');
  row.append(card(feature));
  row.addEventListener('click', () => {
    map.setView(marker.getLatLng(), 18);
    marker.openPopup();
  });
  return {feature, marker, row};
});
for (const label of new Set(features.map(({properties}) => properties.categoryLabel))) {
  category.append(new Option(label, label));
}

function refresh(): void {
  const wanted = fold(search.value);
  const found = entries.filter(
    ({feature: {properties}}) =>
      (category.value === '' || properties.categoryLabel === category.value) &&
      fold(`${properties.name} ${properties.categoryLabel}`).includes(wanted),
  );
  list.replaceChildren(...found.map(({row}) => row));
  group.clearLayers();
  group.addLayers(found.map(({marker}) => marker));
  document.querySelector('#count')!.textContent = `${found.length} adresses`;
}
search.addEventListener('input', refresh);
category.addEventListener('change', refresh);
refresh();
const positions = entries.map(({marker}) => marker.getLatLng());
map.fitBounds(L.latLngBounds(positions), {padding: [40, 40], maxZoom: 16, animate: false});

Object.assign(window, {
  peerMap: {
    placesOnMap: (): number => {
      let sum = 0;
      group._featureGroup.eachLayer(layer => (sum += layer.getChildCount?.() ?? 1));
      return sum;
    },
    open: (): void => void entries[0]!.marker.addTo(map).openPopup(),
    close: (): void => {
      map.closePopup();
      entries[0]!.marker.remove();
    },
  },
});
