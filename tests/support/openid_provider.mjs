// A certified OpenID Connect provider with made-up people, on a loopback port; says where on standard output.
// Its settings come as JSON in the first argument: {modules, port, clients, people}. Ends when its input does.

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import http from "node:http";

const settings = JSON.parse(process.argv[2]);
const require = createRequire(pathToFileURL(`${settings.modules}/`));
const { Provider } = await import(pathToFileURL(require.resolve("oidc-provider")));
const { generateKeyPair, exportJWK } = await import(pathToFileURL(require.resolve("jose")));

const IDENTITY_CODE = "urn:oid:1.2.246.21";
const LEVELS = ["http://ftn.ficora.fi/2017/loa2", "http://ftn.ficora.fi/2017/loa3", "http://eidas.europa.eu/LoA/low"];
const people = new Map(settings.people.map((person) => [person.sub, person]));

const { privateKey } = await generateKeyPair("RS256", { extractable: true });
const signing = { ...await exportJWK(privateKey), kid: "first", use: "sig", alg: "RS256" };

const server = http.createServer();
await new Promise((listening) => server.listen(settings.port, "127.0.0.1", listening));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: settings.clients,
  jwks: { keys: [signing] },
  // A browser takes no cookie for other sites over plain HTTP, not even on loopback.
  cookies: { keys: ["for tests alone"], long: { sameSite: "lax" }, short: { sameSite: "lax" } },
  acrValues: LEVELS,
  pkce: { required: () => true },
  conformIdTokenClaims: false,
  claims: { openid: ["sub"], profile: ["given_name", "family_name", "name", IDENTITY_CODE, "on_behalf_of"], acr: null },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, sub) => people.has(sub) ? { accountId: sub, claims: () => people.get(sub).claims } : undefined,
  async loadExistingGrant(context) {
    const grant = new provider.Grant({
      clientId: context.oidc.client.clientId, accountId: context.oidc.session.accountId,
    });
    grant.addOIDCScope("openid profile");
    await grant.save();
    return grant;
  },
});

function page(uid) {
  const buttons = [...people.values()].map(({ sub, label }) =>
    `<button name="person" value="${sub}">${label}</button>`).join(" ");
  return `<!doctype html><html lang="fi"><title>Koetunnistus</title><h1>Koetunnistus</h1>
    <form method="post" action="/interaction/${uid}">${buttons} <button name="person" value="">Peruuta</button></form>`;
}

async function interaction(request, response) {
  const uid = request.url.split("/")[2].split("?")[0];
  if (request.method === "GET") {
    const { prompt } = await provider.interactionDetails(request, response);
    // A client on loopback is asked for consent besides; it is given without a page.
    if (prompt.name === "consent") {
      return provider.interactionFinished(request, response, { consent: {} }, { mergeWithLastSubmission: true });
    }
    response.setHeader("content-type", "text/html; charset=utf-8");
    return response.end(page(uid));
  }
  let body = "";
  for await (const part of request) body += part;
  const person = people.get(new URLSearchParams(body).get("person"));
  const result = person === undefined
    ? { error: "access_denied", error_description: "turned back" }
    : { login: { accountId: person.sub, acr: person.acr ?? LEVELS[0] } };
  return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

const callback = provider.callback();
server.on("request", (request, response) => {
  if (request.url.startsWith("/interaction/")) {
    interaction(request, response).catch((error) => {
      response.statusCode = 500;
      response.end(String(error.message));
    });
  } else callback(request, response);
});
provider.on("server_error", (_, error) => console.error(error));
console.log(`listening at ${issuer}`);
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
