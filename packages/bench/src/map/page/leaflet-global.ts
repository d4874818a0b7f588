import L from 'leaflet';

// markercluster adds itself to a global that it takes for granted
Object.assign(window, {L});
