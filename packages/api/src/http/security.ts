import helmet from 'helmet';

/**
 * Security headers. MapLibre 6 starts its worker from a file of ours and needs no blob; it paints images from data and blob
 * addresses and sets inline styles. HTTPS is not forced: the server is reached over http on the machine itself.
 */
export const securityHeaders = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      'base-uri': ["'none'"],
      'connect-src': ["'self'"],
      'font-src': ["'self'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'object-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'worker-src': ["'self'"],
    },
  },
  strictTransportSecurity: false,
});
