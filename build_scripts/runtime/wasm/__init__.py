"""Small changes to a WebAssembly module, section by section; function bodies are moved as they are."""
