"""A file as nodes: decoded, slips mended where they are plain, bounded, nothing constructed."""
