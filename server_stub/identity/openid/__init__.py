"""OpenID Connect: the authorization code flow with PKCE, and nothing believed that is not checked."""
