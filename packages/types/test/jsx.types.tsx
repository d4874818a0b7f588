// Never run: the compiler accepts what is right here, and must refuse each line that is marked.
import type {} from '@local-widgets/types/jsx';

export const right = [
  <local-shops-map src="a.geojson" radius-km="12" layout="list" lang="fr" className="wide">
    <a href="/all">All</a>
  </local-shops-map>,
  <local-shops-map radiusKm="12" onlocal-shop-select={({detail}) => detail.place?.name} />,
  <local-shops-map ref={element => element?.reload()} />,
  <local-event-calendar compact heading-level={2} src={undefined} />,
  <local-chat shop={null} onlocal-chat-message={event => event.detail.direction} />,
];

export const wrong = [
  // @ts-expect-error -- a number is no address
  <local-shops-map src={1} />,
  // @ts-expect-error -- there is no such layout
  <local-shops-map layout="grid" />,
  // @ts-expect-error -- there is no such attribute
  <local-shops-map radius="12" />,
  // @ts-expect-error -- a message has no author
  <local-chat onlocal-chat-message={({detail: {author}}) => String(author)} />,
  // @ts-expect-error -- there is no such tag
  <local-weather />,
];
