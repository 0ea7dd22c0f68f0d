// The index library logs by itself; its warnings about what it can read anyway are not for operators.
// Must be imported before the library, which reads this once when it is loaded.
process.env.LANCEDB_LOG ??= 'error';
