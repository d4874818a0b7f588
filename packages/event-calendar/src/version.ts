/** The same as in package.json; a test keeps them equal. */
export const version = '0.0.0';
