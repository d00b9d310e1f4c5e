import { UserConfigFn } from 'vite';
import { overrideVaadinConfig } from './vite.generated';

// Vaadin's server lets browsers keep files whose names hold ".cache." for a year; each name changes with its content.
const name = 'VAADIN/build/[name]-[hash].cache';

const customConfig: UserConfigFn = () => ({
  build: {
    rolldownOptions: {
      output: {
        entryFileNames: `${name}.js`,
        chunkFileNames: `${name}.js`,
        assetFileNames: `${name}[extname]`
      }
    }
  }
});

export default overrideVaadinConfig(customConfig);
