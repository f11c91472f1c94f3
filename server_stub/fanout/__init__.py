"""Who is told: topics, readers and their bounded queues."""
