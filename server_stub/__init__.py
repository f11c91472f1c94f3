"""The backend: durable conversations behind the contract of resources/contract."""
