"""SAML 2.0 as Suomi.fi uses it: a signed response around an encrypted assertion, and nothing looser."""
