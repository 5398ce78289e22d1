// The request `nianbao/ping`, by which the client sees that the server is not stuck.
import type { Feature } from '../feature.js';
import { PING } from '../protocol.js';

export const pingFeature: Feature = {
  serve({ connection }) {
    connection.onRequest(PING, () => null);
  },
};
