"""What the built site consists of beside its pages: addresses, bundles, policy, copies."""
