<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
 <context>
  <name>AboutConsultation</name>
  <message>
   <source>About the consultation</source>
   <translation>Konsultaatiosta</translation>
  </message>
  <message>
   <source>Answers</source>
   <translation>Vastaa</translation>
  </message>
  <message>
   <source>Asks</source>
   <translation>Kysyy</translation>
  </message>
  <message>
   <source>Conversation</source>
   <translation>Keskustelu</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Asiakas</translation>
  </message>
  <message>
   <source>Is asked</source>
   <translation>Keneltä kysytään</translation>
  </message>
  <message>
   <source>Kept {kept} of {all}</source>
   <translation>Pidetty {kept} / {all}</translation>
  </message>
  <message>
   <source>Partner</source>
   <translation>Kumppani</translation>
  </message>
  <message>
   <source>Promises this month</source>
   <translation>Lupaukset tässä kuussa</translation>
  </message>
  <message>
   <source>Who takes part</source>
   <translation>Osapuolet</translation>
  </message>
  <message>
   <source>about a conversation</source>
   <translation>liittyy keskusteluun</translation>
  </message>
  <message>
   <source>not about a conversation</source>
   <translation>ei liity keskusteluun</translation>
  </message>
  <message>
   <source>nothing tells who she is</source>
   <translation>ei tunnistetietoja</translation>
  </message>
  <message>
   <source>outside the county's own lines</source>
   <translation>hyvinvointialueen ulkopuolelta</translation>
  </message>
  <message>
   <source>the customer lets her identity be told</source>
   <translation>on antanut luvan kertoa, kuka hän on</translation>
  </message>
 </context>
 <context>
  <name>AgreedSheet</name>
  <message>
   <source>Agreed</source>
   <translation>Sovittu</translation>
  </message>
  <message>
   <source>Agreed on (day.month.year)</source>
   <translation>Sovittu (päivä.kuukausi.vuosi)</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Peruuta</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Päivä</translation>
  </message>
  <message>
   <source>Message to the customer</source>
   <translation>Viesti asiakkaalle</translation>
  </message>
  <message>
   <source>New message to the customer</source>
   <translation>Uusi viesti asiakkaalle</translation>
  </message>
  <message>
   <source>Purpose</source>
   <translation>Tarkoitus</translation>
  </message>
  <message>
   <source>Say how the customer agreed to get the message.</source>
   <translation>Valitse, missä viestistä sovittiin asiakkaan kanssa.</translation>
  </message>
  <message>
   <source>Send and close</source>
   <translation>Lähetä ja sulje</translation>
  </message>
  <message>
   <source>Send, can be answered</source>
   <translation>Lähetä, voi vastata</translation>
  </message>
  <message>
   <source>The customer finds the message when she identifies on the page. No e-mail or text message is sent.</source>
   <translation>Asiakas löytää viestin, kun hän tunnistautuu asiakassivulla. Sähköpostia tai tekstiviestiä ei lähetetä.</translation>
  </message>
  <message>
   <source>Write the day on which it was agreed, for example 23.11.2026.</source>
   <translation>Kirjoita päivä, jona asiasta sovittiin, esimerkiksi 23.11.2026.</translation>
  </message>
 </context>
 <context>
  <name>Announcer</name>
  <message>
   <source>Show Vuoro</source>
   <translation>Näytä Vuoro</translation>
  </message>
 </context>
 <context>
  <name>ArchivePane</name>
  <message>
   <source>Archive</source>
   <translation>Arkisto</translation>
  </message>
  <message>
   <source>Closed conversations</source>
   <translation>Päättyneet keskustelut</translation>
  </message>
  <message>
   <source>Conversations: {today} today · {month} this month · {year} this year · {ever} in all</source>
   <translation>Keskusteluja: {today} tänään · {month} tässä kuussa · {year} tänä vuonna · {ever} kaikkiaan</translation>
  </message>
  <message>
   <source>Nothing was found. Only conversations of your own queues are here.</source>
   <translation>Mitään ei löytynyt. Täällä ovat vain omien jonojesi keskustelut.</translation>
  </message>
  <message>
   <source>Search further back</source>
   <translation>Hae vanhemmista</translation>
  </message>
  <message>
   <source>What is looked for</source>
   <translation>Mitä haetaan</translation>
  </message>
 </context>
 <context>
  <name>AskForm</name>
  <message>
   <source>Ask a professional</source>
   <translation>Kysy ammattilaiselta</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Peruuta</translation>
  </message>
  <message>
   <source>Not urgent</source>
   <translation>Kiireetön</translation>
  </message>
  <message>
   <source>Send the question</source>
   <translation>Lähetä kysymys</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>Aihe</translation>
  </message>
  <message>
   <source>Subject, without names</source>
   <translation>Aihe, ei nimiä</translation>
  </message>
  <message>
   <source>The line {promise}, due at 16.00.</source>
   <translation>Linja {promise}, viimeistään klo 16.00.</translation>
  </message>
  <message>
   <source>The number stands beside the consultation. Call, then record the call there.</source>
   <translation>Numero on konsultaation vieressä. Soita ja kirjaa puhelu siinä.</translation>
  </message>
  <message>
   <source>The question, the customer does not see it</source>
   <translation>Kysymys, ei näy asiakkaalle</translation>
  </message>
  <message>
   <source>Urgent: I call</source>
   <translation>Kiireellinen: soitan</translation>
  </message>
  <message>
   <source>What do you ask?</source>
   <translation>Mitä kysyt?</translation>
  </message>
  <message>
   <source>Whom do you ask?</source>
   <translation>Keneltä kysyt?</translation>
  </message>
 </context>
 <context>
  <name>AttachedLines</name>
  <message>
   <source>About the conversation with customer {alias}</source>
   <translation>Liittyy keskusteluun asiakkaan {alias} kanssa</translation>
  </message>
  <message>
   <source>Counsellor</source>
   <translation>Neuvoja</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Asiakas</translation>
  </message>
  <message>
   <source>Lines of the conversation that go along</source>
   <translation>Keskustelun rivit, jotka lähtevät mukaan</translation>
  </message>
  <message>
   <source>Only the lines you tick go along, and personal data in them is covered.</source>
   <translation>Vain valitsemasi rivit lähtevät mukaan, ja niiden henkilötiedot peitetään.</translation>
  </message>
  <message>
   <source>The customer lets me tell who she is</source>
   <translation>Asiakas on antanut luvan kertoa, kuka hän on</translation>
  </message>
  <message>
   <source>The lines you tick go along as they were written.</source>
   <translation>Valitsemasi rivit lähtevät mukaan sellaisina kuin ne on kirjoitettu.</translation>
  </message>
 </context>
 <context>
  <name>BubbleDelegate</name>
  <message>
   <source>Undo sending</source>
   <translation>Peru lähetys</translation>
  </message>
 </context>
 <context>
  <name>CallbackDetailView</name>
  <message>
   <source>A message may be left on voicemail, without saying what it is about.</source>
   <translation>Vastaajaan saa jättää viestin, mutta älä kerro, mistä on kyse.</translation>
  </message>
  <message>
   <source>Attempt outcome</source>
   <translation>Yrityksen tulos</translation>
  </message>
  <message>
   <source>Attempts</source>
   <translation>Yritykset</translation>
  </message>
  <message>
   <source>Before calling</source>
   <translation>Ennen soittoa</translation>
  </message>
  <message>
   <source>Begin like this</source>
   <translation>Aloita näin</translation>
  </message>
  <message>
   <source>Call again</source>
   <translation>Soitan uudelleen</translation>
  </message>
  <message>
   <source>Callback request · left {when}</source>
   <translation>Soittopyyntö · jätetty {when}</translation>
  </message>
  <message>
   <source>Choose a request in the list.</source>
   <translation>Valitse pyyntö listalta.</translation>
  </message>
  <message>
   <source>Closes uncalled {when}, and the customer is told.</source>
   <translation>Päättyy soittamatta {when}, ja asiakas saa siitä tiedon.</translation>
  </message>
  <message>
   <source>Copy the number</source>
   <translation>Kopioi numero</translation>
  </message>
  <message>
   <source>Everything is in order: you may call now.</source>
   <translation>Kaikki kunnossa: voit soittaa nyt.</translation>
  </message>
  <message>
   <source>Give back</source>
   <translation>Palauta listalle</translation>
  </message>
  <message>
   <source>I am dialling</source>
   <translation>Soitan nyt</translation>
  </message>
  <message>
   <source>New message to the customer</source>
   <translation>Uusi viesti asiakkaalle</translation>
  </message>
  <message>
   <source>No message may be left on voicemail.</source>
   <translation>Vastaajaan ei saa jättää viestiä.</translation>
  </message>
  <message>
   <source>Nobody has called yet.</source>
   <translation>Kukaan ei ole vielä soittanut.</translation>
  </message>
  <message>
   <source>Outcomes can be chosen when you have pressed “I am dialling”.</source>
   <translation>Voit valita tuloksen, kun olet painanut ”Soitan nyt”.</translation>
  </message>
  <message>
   <source>Record and close</source>
   <translation>Kirjaa yritys ja päätä</translation>
  </message>
  <message>
   <source>Record the attempt</source>
   <translation>Kirjaa yritys</translation>
  </message>
  <message>
   <source>Take the request</source>
   <translation>Ota pyyntö vastaan</translation>
  </message>
  <message>
   <source>The attempt is being recorded…</source>
   <translation>Yritystä kirjataan…</translation>
  </message>
  <message>
   <source>The next attempt is proposed for {when}.</source>
   <translation>Seuraavaa yritystä ehdotetaan: {when}.</translation>
  </message>
  <message>
   <source>The request closes.</source>
   <translation>Pyyntö päättyy.</translation>
  </message>
  <message>
   <source>The third attempt is the last one. If the customer is not reached, the request closes as not reached and she is told so on the page. No new time is chosen.</source>
   <translation>Kolmas yritys on viimeinen. Jos asiakasta ei tavoiteta, pyyntö päättyy tilaan ”ei tavoitettu” ja hän saa siitä tiedon sivulla. Uutta aikaa ei valita.</translation>
  </message>
  <message>
   <source>The whole number is shown when you take the request.</source>
   <translation>Numero näkyy kokonaan, kun otat pyynnön vastaan.</translation>
  </message>
  <message>
   <source>{number}. attempt · {when}</source>
   <translation>{number}. yritys · {when}</translation>
  </message>
 </context>
 <context>
  <name>CallbacksPane</name>
  <message>
   <source>A callback request appears here when a customer leaves one.</source>
   <translation>Soittopyyntö tulee tähän, kun asiakas jättää sellaisen.</translation>
  </message>
  <message>
   <source>A number is shown whole when you take its request. A request you have taken goes back to the list when your shift ends.</source>
   <translation>Numero näkyy kokonaan vasta, kun otat pyynnön vastaan. Vastaanotettu pyyntö palaa listalle, kun vuorosi päättyy.</translation>
  </message>
  <message>
   <source>Callback requests</source>
   <translation>Soittopyynnöt</translation>
  </message>
  <message>
   <source>Called today: reached {reached} · not reached {missed}</source>
   <translation>Soitettu tänään: tavoitettu {reached} · ei tavoitettu {missed}</translation>
  </message>
  <message>
   <source>Calling time is closed</source>
   <translation>Soittoaika on suljettu</translation>
  </message>
  <message>
   <source>Calling time is closed · opens {when}</source>
   <translation>Soittoaika on suljettu · avautuu {when}</translation>
  </message>
  <message>
   <source>Calling time is open · closes in {time}</source>
   <translation>Soittoaika on avoinna · sulkeutuu {time} kuluttua</translation>
  </message>
  <message>
   <source>No callback request can be taken just now.</source>
   <translation>Yhtään soittopyyntöä ei voi ottaa vastaan juuri nyt.</translation>
  </message>
  <message>
   <source>Take the next</source>
   <translation>Ota seuraava</translation>
  </message>
 </context>
 <context>
  <name>CannedPanel</name>
  <message>
   <source>Canned answers</source>
   <translation>Vastauspohjat</translation>
  </message>
  <message>
   <source>Canned answers; Enter inserts</source>
   <translation>Vastauspohjat; Enter lisää viestiin</translation>
  </message>
  <message>
   <source>No canned answer has those words. Try others.</source>
   <translation>Missään vastauspohjassa ei ole näitä sanoja. Kokeile muita.</translation>
  </message>
  <message>
   <source>Search the canned answers</source>
   <translation>Hae pohjista</translation>
  </message>
 </context>
 <context>
  <name>ChatTabs</name>
  <message numerus="yes">
   <source>%n new</source>
   <translation>
    <numerusform>%n uusi</numerusform>
    <numerusform>%n uutta</numerusform>
   </translation>
  </message>
  <message>
   <source>Your conversations</source>
   <translation>Keskustelusi</translation>
  </message>
  <message>
   <source>ended</source>
   <translation>päättynyt</translation>
  </message>
  <message>
   <source>has waited {clock}</source>
   <translation>odottanut {clock}</translation>
  </message>
  <message>
   <source>non-urgent message</source>
   <translation>kiireetön viesti</translation>
  </message>
  <message>
   <source>reading along</source>
   <translation>mukana</translation>
  </message>
  <message>
   <source>wrap-up missing</source>
   <translation>päättäminen kesken</translation>
  </message>
  <message>
   <source>you read along</source>
   <translation>olet mukana keskustelussa</translation>
  </message>
 </context>
 <context>
  <name>Columns</name>
  <message>
   <source>Customer</source>
   <translation>Asiakas</translation>
  </message>
  <message>
   <source>Work view</source>
   <translation>Työpöytä</translation>
  </message>
 </context>
 <context>
  <name>Completion</name>
  <message>
   <source>Arrows choose · Enter inserts · Esc closes</source>
   <translation>Nuolet valitsevat · Enter lisää · Esc sulkee</translation>
  </message>
  <message>
   <source>Canned answers</source>
   <translation>Vastauspohjat</translation>
  </message>
 </context>
 <context>
  <name>Composer</name>
  <message numerus="yes">
   <source>%n character(s) left</source>
   <translation>
    <numerusform>%n merkki jäljellä</numerusform>
    <numerusform>%n merkkiä jäljellä</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n character(s) too many</source>
   <translation>
    <numerusform>%n merkki liikaa</numerusform>
    <numerusform>%n merkkiä liikaa</numerusform>
   </translation>
  </message>
  <message>
   <source>Call for help…</source>
   <translation>Pyydä apua…</translation>
  </message>
  <message>
   <source>Canned answers</source>
   <translation>Vastauspohjat</translation>
  </message>
  <message>
   <source>Draft in memory only</source>
   <translation>Luonnos vain muistissa</translation>
  </message>
  <message>
   <source>Draft saved {clock}</source>
   <translation>Luonnos tallessa {clock}</translation>
  </message>
  <message numerus="yes">
   <source>Long sentence: %n word(s)</source>
   <translation>
    <numerusform>Pitkä virke: %n sana</numerusform>
    <numerusform>Pitkä virke: %n sanaa</numerusform>
   </translation>
  </message>
  <message>
   <source>Message to customer {alias}</source>
   <translation>Viesti asiakkaalle {alias}</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Lähetä</translation>
  </message>
  <message numerus="yes">
   <source>Send in %n part(s)</source>
   <translation>
    <numerusform>Lähetä %n osassa</numerusform>
    <numerusform>Lähetä %n osassa</numerusform>
   </translation>
  </message>
  <message>
   <source>Shift Enter breaks the line</source>
   <translation>Shift Enter vaihtaa riviä</translation>
  </message>
  <message>
   <source>Too long to paste: {count} characters. It is still on the clipboard; paste it in parts.</source>
   <translation>Liitettävä teksti on liian pitkä: {count} merkkiä. Se on yhä leikepöydällä; liitä se osissa.</translation>
  </message>
  <message>
   <source>returned to the draft</source>
   <translation>palautui luonnokseksi</translation>
  </message>
 </context>
 <context>
  <name>ConsentPart</name>
  <message>
   <source>Ask anew</source>
   <translation>Kysy uudelleen</translation>
  </message>
  <message>
   <source>Ask for permission</source>
   <translation>Pyydä lupa</translation>
  </message>
  <message>
   <source>Moves: {scope}</source>
   <translation>Siirtyy: {scope}</translation>
  </message>
  <message>
   <source>Permission to transfer</source>
   <translation>Lupa siirtoon</translation>
  </message>
 </context>
 <context>
  <name>ConsultationsPane</name>
  <message>
   <source>A consultation appears here when a professional asks your line, or you ask one.</source>
   <translation>Konsultaatio tulee tähän, kun ammattilainen kysyy linjaltasi tai sinä kysyt häneltä.</translation>
  </message>
  <message>
   <source>Ask a professional…</source>
   <translation>Kysy ammattilaiselta…</translation>
  </message>
  <message>
   <source>Choose a consultation, or ask a professional.</source>
   <translation>Valitse konsultaatio tai kysy ammattilaiselta.</translation>
  </message>
  <message>
   <source>Consultations</source>
   <translation>Konsultaatiot</translation>
  </message>
  <message>
   <source>There is none of these just now.</source>
   <translation>Näitä ei ole juuri nyt.</translation>
  </message>
 </context>
 <context>
  <name>ConversationHeader</name>
  <message>
   <source>Actions</source>
   <translation>Toiminnot</translation>
  </message>
  <message>
   <source>End conversation…</source>
   <translation>Päätä keskustelu…</translation>
  </message>
  <message>
   <source>Ending…</source>
   <translation>Päätetään…</translation>
  </message>
  <message>
   <source>End…</source>
   <translation>Päätä…</translation>
  </message>
  <message>
   <source>Transferring…</source>
   <translation>Siirretään…</translation>
  </message>
  <message>
   <source>Transfer…</source>
   <translation>Siirrä…</translation>
  </message>
  <message>
   <source>Wrap up…</source>
   <translation>Kirjaa ja päätä…</translation>
  </message>
  <message>
   <source>waits {clock}</source>
   <translation>odottaa {clock}</translation>
  </message>
 </context>
 <context>
  <name>CustomerPanel</name>
  <message>
   <source>Came</source>
   <translation>Saapui</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Asiakas</translation>
  </message>
  <message>
   <source>Identification</source>
   <translation>Tunnistus</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Kieli</translation>
  </message>
  <message>
   <source>Permission</source>
   <translation>Lupa</translation>
  </message>
  <message>
   <source>Pre-information</source>
   <translation>Esitiedot</translation>
  </message>
  <message>
   <source>Question</source>
   <translation>Kysymys</translation>
  </message>
  <message>
   <source>Queue</source>
   <translation>Jono</translation>
  </message>
  <message>
   <source>Waited</source>
   <translation>Jonotti</translation>
  </message>
  <message>
   <source>What is known of the customer</source>
   <translation>Mitä asiakkaasta tiedetään</translation>
  </message>
  <message>
   <source>Who is in front of you and what she asked stands here.</source>
   <translation>Tässä näkyvät avoinna olevan asiakkaan tiedot ja kysymys.</translation>
  </message>
  <message>
   <source>identified</source>
   <translation>tunnistautunut</translation>
  </message>
  <message>
   <source>not identified</source>
   <translation>ei tunnistautunut</translation>
  </message>
 </context>
 <context>
  <name>DebriefSection</name>
  <message>
   <source>Problem situations</source>
   <translation>Ongelmatilanteet</translation>
  </message>
 </context>
 <context>
  <name>DepartedView</name>
  <message>
   <source>Not sent</source>
   <translation>Lähettämättä</translation>
  </message>
  <message>
   <source>Text not sent to customer {alias}</source>
   <translation>Asiakkaalle {alias} lähettämättä jäänyt teksti</translation>
  </message>
 </context>
 <context>
  <name>FileDeeds</name>
  <message>
   <source>Close the notice</source>
   <translation>Sulje ilmoitus</translation>
  </message>
  <message>
   <source>Save the attachment</source>
   <translation>Tallenna liite</translation>
  </message>
  <message>
   <source>Stop printing</source>
   <translation>Keskeytä tulostus</translation>
  </message>
  <message>
   <source>The file is being saved…</source>
   <translation>Liitettä tallennetaan…</translation>
  </message>
 </context>
 <context>
  <name>HandbookSheet</name>
  <message>
   <source>Ask for support</source>
   <translation>Pyydä tukea</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Sulje</translation>
  </message>
  <message>
   <source>Instructions</source>
   <translation>Ohjeet</translation>
  </message>
  <message>
   <source>Instructions, processes and responsibilities</source>
   <translation>Ohjeet, menettelyt ja vastuut</translation>
  </message>
  <message>
   <source>No instruction has those words. Try others.</source>
   <translation>Missään ohjeessa ei ole näitä sanoja. Kokeile muita.</translation>
  </message>
  <message>
   <source>Search the instructions</source>
   <translation>Hae ohjeista</translation>
  </message>
  <message>
   <source>The instruction</source>
   <translation>Ohje</translation>
  </message>
  <message>
   <source>Write a question</source>
   <translation>Kirjoita kysymys</translation>
  </message>
  <message>
   <source>Your county has not written instructions into the program yet.</source>
   <translation>Hyvinvointialueesi ei ole vielä kirjoittanut ohjeita ohjelmaan.</translation>
  </message>
 </context>
 <context>
  <name>HelpPane</name>
  <message>
   <source>Call for help</source>
   <translation>Pyydä apua</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Peruuta</translation>
  </message>
  <message>
   <source>English</source>
   <translation>Englanti</translation>
  </message>
  <message>
   <source>Interpreter</source>
   <translation>Tulkki</translation>
  </message>
  <message>
   <source>Language barrier: call for help</source>
   <translation>Kielimuuri: pyydä apua</translation>
  </message>
  <message>
   <source>Swedish</source>
   <translation>Ruotsi</translation>
  </message>
  <message>
   <source>What do you need help with? The supervisors alone see this; it may be empty.</source>
   <translation>Missä tarvitset apua? Tämän näkevät vain esihenkilöt; kohdan voi jättää tyhjäksi.</translation>
  </message>
 </context>
 <context>
  <name>HelpSection</name>
  <message>
   <source>I am coming</source>
   <translation>Tulen avuksi</translation>
  </message>
  <message>
   <source>Join</source>
   <translation>Liity</translation>
  </message>
  <message>
   <source>Needs help</source>
   <translation>Tarvitsee apua</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Avaa</translation>
  </message>
  <message>
   <source>Take over…</source>
   <translation>Ota vastuu…</translation>
  </message>
 </context>
 <context>
  <name>IdentityBox</name>
  <message>
   <source>Cover the code</source>
   <translation>Peitä tunnus</translation>
  </message>
  <message>
   <source>Identification</source>
   <translation>Tunnistus</translation>
  </message>
  <message>
   <source>Identity code</source>
   <translation>Henkilötunnus</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nimi</translation>
  </message>
  <message>
   <source>On behalf of</source>
   <translation>Puolesta</translation>
  </message>
  <message>
   <source>Show the code</source>
   <translation>Näytä tunnus</translation>
  </message>
  <message>
   <source>That it was shown is written into the log of use.</source>
   <translation>Näyttämisestä jää merkintä käyttölokiin.</translation>
  </message>
  <message>
   <source>covered</source>
   <translation>peitetty</translation>
  </message>
  <message>
   <source>none</source>
   <translation>ei ole</translation>
  </message>
 </context>
 <context>
  <name>InternalBand</name>
  <message>
   <source>A consultation is never shown to a customer, nor in the copy of a conversation.</source>
   <translation>Konsultaatio ei näy asiakkaalle eikä keskustelun kopiossa.</translation>
  </message>
  <message>
   <source>For professionals only</source>
   <translation>Vain ammattilaisille</translation>
  </message>
 </context>
 <context>
  <name>InternalNote</name>
  <message>
   <source>Internal message</source>
   <translation>Sisäinen viesti</translation>
  </message>
  <message>
   <source>Transferred by {name} at {clock}</source>
   <translation>{name} siirsi klo {clock}</translation>
  </message>
  <message>
   <source>the customer does not see this</source>
   <translation>ei näy asiakkaalle</translation>
  </message>
 </context>
 <context>
  <name>JoinedPanel</name>
  <message>
   <source>About the conversation you read along</source>
   <translation>Tietoja keskustelusta, jossa olet mukana</translation>
  </message>
  <message>
   <source>Answers the customer</source>
   <translation>Vastaa asiakkaalle</translation>
  </message>
  <message>
   <source>Called</source>
   <translation>Kutsuttu</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Kieli</translation>
  </message>
  <message>
   <source>Newest notes</source>
   <translation>Uusimmat muistiinpanot</translation>
  </message>
  <message>
   <source>No reason was written.</source>
   <translation>Syytä ei kirjoitettu.</translation>
  </message>
  <message>
   <source>Pre-information</source>
   <translation>Esitiedot</translation>
  </message>
  <message>
   <source>Question</source>
   <translation>Kysymys</translation>
  </message>
  <message>
   <source>Queue</source>
   <translation>Jono</translation>
  </message>
  <message>
   <source>Responsible</source>
   <translation>Vastuussa</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Alkaen</translation>
  </message>
  <message>
   <source>The line of {name} is away.</source>
   <translation>{name}: yhteys on poikki.</translation>
  </message>
  <message>
   <source>Topic</source>
   <translation>Aihe</translation>
  </message>
  <message>
   <source>Transfers</source>
   <translation>Siirtoja</translation>
  </message>
  <message>
   <source>Unanswered for</source>
   <translation>Vastausta odotettu</translation>
  </message>
  <message>
   <source>Waited</source>
   <translation>Jonotti</translation>
  </message>
  <message>
   <source>Why you were called</source>
   <translation>Miksi sinut kutsuttiin</translation>
  </message>
  <message>
   <source>identified</source>
   <translation>tunnistautunut</translation>
  </message>
  <message>
   <source>not identified</source>
   <translation>ei tunnistautunut</translation>
  </message>
  <message>
   <source>{clock}, for {time}</source>
   <translation>klo {clock}, {time}</translation>
  </message>
 </context>
 <context>
  <name>JoinedView</name>
  <message>
   <source>Conversation with customer {alias}, you read along</source>
   <translation>Keskustelu asiakkaan {alias} kanssa, olet mukana</translation>
  </message>
 </context>
 <context>
  <name>KeyList</name>
  <message>
   <source>Keys</source>
   <translation>Näppäimet</translation>
  </message>
 </context>
 <context>
  <name>LoadChip</name>
  <message>
   <source>Conversations</source>
   <translation>Keskusteluja</translation>
  </message>
 </context>
 <context>
  <name>MarkBox</name>
  <message>
   <source>Mark the contact…</source>
   <translation>Merkitse yhteydenotto…</translation>
  </message>
  <message>
   <source>Marks of the contact</source>
   <translation>Yhteydenoton merkinnät</translation>
  </message>
  <message>
   <source>Mystery customer or test</source>
   <translation>Mysteeriasiakas tai testi</translation>
  </message>
  <message>
   <source>Mystery customer or test, marked: left out of the figures</source>
   <translation>Mysteeriasiakas tai testi, merkitty: jätetään pois luvuista</translation>
  </message>
  <message>
   <source>Mystery customer or test: left out of the figures</source>
   <translation>Mysteeriasiakas tai testi: jätetään pois luvuista</translation>
  </message>
 </context>
 <context>
  <name>MaskPanel</name>
  <message>
   <source>Cancel</source>
   <translation>Peruuta</translation>
  </message>
  <message>
   <source>Earlier message</source>
   <translation>Edellinen viesti</translation>
  </message>
  <message>
   <source>Later message</source>
   <translation>Seuraava viesti</translation>
  </message>
  <message>
   <source>Mask for good</source>
   <translation>Peitä lopullisesti</translation>
  </message>
  <message>
   <source>Mask part of the customer's message at {clock}</source>
   <translation>Peitä osa asiakkaan viestistä klo {clock}</translation>
  </message>
  <message>
   <source>Mask part of the message sent at {clock}</source>
   <translation>Peitä osa viestistä, joka lähetettiin klo {clock}</translation>
  </message>
  <message>
   <source>Select what must not stand here: with the mouse, or with Shift and the arrow keys.</source>
   <translation>Valitse, mikä ei saa jäädä näkyviin: hiirellä tai Shift- ja nuolinäppäimillä.</translation>
  </message>
  <message>
   <source>is masked for good, for the customer too. It is kept nowhere and cannot be undone.</source>
   <translation>peitetään lopullisesti, myös asiakkaalta. Peitettyä ei säilytetä missään eikä peittämistä voi perua.</translation>
  </message>
 </context>
 <context>
  <name>MaterialSheet</name>
  <message>
   <source>Back to the conversation</source>
   <translation>Takaisin keskusteluun</translation>
  </message>
  <message>
   <source>Copied.</source>
   <translation>Kopioitu.</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopioi</translation>
  </message>
  <message>
   <source>I have read it through</source>
   <translation>Olen lukenut tekstin läpi</translation>
  </message>
  <message>
   <source>It could not be saved there. The text is still here; choose another place.</source>
   <translation>Tiedostoa ei voitu tallentaa sinne. Teksti on yhä tässä; valitse toinen paikka.</translation>
  </message>
  <message>
   <source>Names, numbers, addresses, days and times that could be found are covered. Not everything can be found: read the text through yourself and take out whatever tells who or where somebody is. You can change it here; nothing is kept before you save or copy it.</source>
   <translation>Nimet, numerot, osoitteet, päivät ja kellonajat, jotka löytyivät, on peitetty. Kaikkea ei voi löytää: lue teksti itse läpi ja poista se, mistä selviää, kuka tai missä joku on. Voit muuttaa tekstiä tässä. Mitään ei säily ennen kuin tallennat tai kopioit.</translation>
  </message>
  <message>
   <source>Read this before you save</source>
   <translation>Lue tämä ennen kuin tallennat</translation>
  </message>
  <message>
   <source>Save without personal data</source>
   <translation>Tallenna ilman henkilötietoja</translation>
  </message>
  <message>
   <source>Saved. Whoever can open the file can read it.</source>
   <translation>Tallennettu. Tiedoston voi lukea jokainen, joka pääsee avaamaan sen.</translation>
  </message>
  <message>
   <source>The conversation without personal data</source>
   <translation>Keskustelu ilman henkilötietoja</translation>
  </message>
  <message>
   <source>Without personal data</source>
   <translation>Ilman henkilötietoja</translation>
  </message>
  <message>
   <source>good practice</source>
   <translation>hyvä käytäntö</translation>
  </message>
 </context>
 <context>
  <name>MessagesPane</name>
  <message>
   <source>Choose a message.</source>
   <translation>Valitse viesti.</translation>
  </message>
  <message>
   <source>Each bar is a working day of the promise. Weekends and holidays do not use it up.</source>
   <translation>Yksi palkki on yksi palvelulupauksen arkipäivä. Viikonloput ja pyhät eivät kuluta lupausta.</translation>
  </message>
  <message>
   <source>No message waits. They come at any hour and are answered within working days.</source>
   <translation>Yhtään viestiä ei odota. Viestejä tulee mihin aikaan tahansa, ja niihin vastataan arkipäivien kuluessa.</translation>
  </message>
  <message>
   <source>Non-urgent messages</source>
   <translation>Kiireettömät viestit</translation>
  </message>
  <message>
   <source>Open the conversation</source>
   <translation>Avaa keskustelu</translation>
  </message>
  <message>
   <source>Take to answer</source>
   <translation>Ota vastattavaksi</translation>
  </message>
 </context>
 <context>
  <name>ModeSwitch</name>
  <message>
   <source>An application</source>
   <translation>Hakemus</translation>
  </message>
  <message>
   <source>Into a queue</source>
   <translation>Jonoon</translation>
  </message>
  <message>
   <source>To a professional</source>
   <translation>Ammattilaiselle</translation>
  </message>
 </context>
 <context>
  <name>NobodyView</name>
  <message numerus="yes">
   <source>%n customer(s) waiting</source>
   <translation>
    <numerusform>%n asiakas odottaa.</numerusform>
    <numerusform>%n asiakasta odottaa.</numerusform>
   </translation>
  </message>
  <message>
   <source>Every customer has been served.</source>
   <translation>Kaikki asiakkaat on palveltu.</translation>
  </message>
  <message>
   <source>Fetching the queues…</source>
   <translation>Haetaan jonoja…</translation>
  </message>
  <message>
   <source>Nobody is waiting just now</source>
   <translation>Jonossa ei ole nyt ketään</translation>
  </message>
  <message>
   <source>Take the most urgent</source>
   <translation>Ota kiireisin</translation>
  </message>
  <message>
   <source>The chat is closed.</source>
   <translation>Chat on suljettu.</translation>
  </message>
  <message>
   <source>The chat is open around the clock.</source>
   <translation>Chat on avoinna ympäri vuorokauden.</translation>
  </message>
  <message>
   <source>The chat is open until {clock}.</source>
   <translation>Chat on avoinna klo {clock} asti.</translation>
  </message>
  <message>
   <source>They appear here as soon as the connection works.</source>
   <translation>Ne näkyvät tässä heti, kun yhteys toimii.</translation>
  </message>
  <message>
   <source>You have no conversation open</source>
   <translation>Sinulla ei ole avointa keskustelua</translation>
  </message>
 </context>
 <context>
  <name>NoteBox</name>
  <message>
   <source>For professionals only.</source>
   <translation>Vain ammattilaisille. Ei näy asiakkaalle.</translation>
  </message>
  <message>
   <source>Keep the note</source>
   <translation>Tallenna muistiinpano</translation>
  </message>
  <message>
   <source>Note, the customer does not see this</source>
   <translation>Muistiinpano, ei näy asiakkaalle</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Muistiinpanot</translation>
  </message>
  <message>
   <source>Write a note…</source>
   <translation>Kirjoita muistiinpano…</translation>
  </message>
 </context>
 <context>
  <name>OfferPanel</name>
  <message numerus="yes">
   <source>%n more offered</source>
   <translation>
    <numerusform>lisäksi %n tarjous</numerusform>
    <numerusform>lisäksi %n tarjousta</numerusform>
   </translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>Ota vastaan</translation>
  </message>
  <message>
   <source>Accepting…</source>
   <translation>Otetaan vastaan…</translation>
  </message>
  <message>
   <source>Decline</source>
   <translation>Kieltäydy</translation>
  </message>
  <message>
   <source>Decline…</source>
   <translation>Kieltäydy…</translation>
  </message>
  <message>
   <source>Why not? The one who offered it sees this.</source>
   <translation>Miksi et? Tarjoaja näkee tämän.</translation>
  </message>
  <message>
   <source>Why you decline, for who offered it</source>
   <translation>Miksi kieltäydyt, tarjoajalle</translation>
  </message>
 </context>
 <context>
  <name>OnCallCard</name>
  <message>
   <source>Copy the number</source>
   <translation>Kopioi numero</translation>
  </message>
  <message>
   <source>Record the call</source>
   <translation>Kirjaa puhelu</translation>
  </message>
  <message>
   <source>Urgent? Call</source>
   <translation>Kiireellinen? Soita</translation>
  </message>
  <message>
   <source>What was agreed on the phone, the customer does not see this</source>
   <translation>Mitä puhelimessa sovittiin, ei näy asiakkaalle</translation>
  </message>
  <message>
   <source>What was agreed…</source>
   <translation>Mitä sovittiin…</translation>
  </message>
  <message>
   <source>answers now</source>
   <translation>vastaa nyt</translation>
  </message>
  <message>
   <source>does not answer now</source>
   <translation>ei vastaa nyt</translation>
  </message>
  <message>
   <source>look at the hours</source>
   <translation>katso ajat</translation>
  </message>
 </context>
 <context>
  <name>OpenedArchive</name>
  <message>
   <source>Choose a conversation.</source>
   <translation>Valitse keskustelu.</translation>
  </message>
  <message>
   <source>Go on with the text you changed…</source>
   <translation>Jatka muuttamaasi tekstiä…</translation>
  </message>
  <message>
   <source>Record of the conversation</source>
   <translation>Keskustelun tiedot</translation>
  </message>
  <message>
   <source>Save without personal data…</source>
   <translation>Tallenna ilman henkilötietoja…</translation>
  </message>
  <message>
   <source>What was said</source>
   <translation>Mitä keskusteltiin</translation>
  </message>
 </context>
 <context>
  <name>OpenedConsultation</name>
  <message>
   <source>Add to the answer</source>
   <translation>Täydennä vastausta</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Vastaa</translation>
  </message>
  <message>
   <source>Ask back</source>
   <translation>Kysy tarkennusta</translation>
  </message>
  <message>
   <source>Ask further</source>
   <translation>Kysy lisää</translation>
  </message>
  <message>
   <source>Ask further…</source>
   <translation>Kysy lisää…</translation>
  </message>
  <message>
   <source>Give back</source>
   <translation>Palauta linjalle</translation>
  </message>
  <message>
   <source>List</source>
   <translation>Luettelo</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Lähetä</translation>
  </message>
  <message>
   <source>Take to answer</source>
   <translation>Ota vastattavaksi</translation>
  </message>
  <message>
   <source>The answer is enough</source>
   <translation>Vastaus riittää, päätä</translation>
  </message>
  <message>
   <source>What has been said in the consultation</source>
   <translation>Konsultaation viestit</translation>
  </message>
  <message>
   <source>Withdraw the question</source>
   <translation>Peru kysymys</translation>
  </message>
  <message>
   <source>Words for the consultation, the customer does not see them</source>
   <translation>Viesti konsultaatioon, ei näy asiakkaalle</translation>
  </message>
  <message>
   <source>Write on…</source>
   <translation>Täydennä kysymystä…</translation>
  </message>
  <message>
   <source>Write the answer…</source>
   <translation>Kirjoita vastaus…</translation>
  </message>
 </context>
 <context>
  <name>OpeningPart</name>
  <message>
   <source>If Vuoro was not signed out of last time, the work goes on where it stopped, with its drafts.</source>
   <translation>Jos Vuorosta ei viimeksi kirjauduttu ulos, työ jatkuu luonnoksineen siitä, mihin se jäi.</translation>
  </message>
  <message>
   <source>Sign in as someone else</source>
   <translation>Kirjaudu toisena henkilönä</translation>
  </message>
  <message>
   <source>The server cannot be reached. Drafts and unsent messages are safe on this computer.</source>
   <translation>Palvelinta ei tavoiteta. Luonnokset ja lähettämättömät viestit ovat tallessa tällä koneella.</translation>
  </message>
  <message>
   <source>Try now</source>
   <translation>Yritä nyt</translation>
  </message>
  <message numerus="yes">
   <source>Trying again in %n second(s).</source>
   <translation>
    <numerusform>Yritetään uudelleen %n sekunnin kuluttua.</numerusform>
    <numerusform>Yritetään uudelleen %n sekunnin kuluttua.</numerusform>
   </translation>
  </message>
  <message>
   <source>Trying…</source>
   <translation>Yritetään…</translation>
  </message>
 </context>
 <context>
  <name>OtherViews</name>
  <message>
   <source>Archive</source>
   <translation>Arkisto</translation>
  </message>
  <message>
   <source>Calls</source>
   <translation>Soitot</translation>
  </message>
  <message>
   <source>Consultations</source>
   <translation>Konsultaatiot</translation>
  </message>
  <message>
   <source>Messages</source>
   <translation>Viestit</translation>
  </message>
  <message>
   <source>Situation</source>
   <translation>Tilanne</translation>
  </message>
 </context>
 <context>
  <name>OwnPasswordPart</name>
  <message numerus="yes">
   <source>At least %n character(s): a few words are easy to remember.</source>
   <translation>
    <numerusform>Vähintään %n merkki: muutama sana on helppo muistaa.</numerusform>
    <numerusform>Vähintään %n merkkiä: muutama sana on helppo muistaa.</numerusform>
   </translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Takaisin</translation>
  </message>
  <message>
   <source>Hide the passwords</source>
   <translation>Piilota salasanat</translation>
  </message>
  <message>
   <source>Keep and sign in</source>
   <translation>Tallenna ja kirjaudu</translation>
  </message>
  <message>
   <source>New password</source>
   <translation>Uusi salasana</translation>
  </message>
  <message>
   <source>New password again</source>
   <translation>Uusi salasana uudelleen</translation>
  </message>
  <message>
   <source>Not the one-time password, not one character over and over, and without your user name.</source>
   <translation>Ei kertasalasana eikä yhtä toistuvaa merkkiä. Tunnuksesi ei ole siinä.</translation>
  </message>
  <message>
   <source>Show the passwords</source>
   <translation>Näytä salasanat</translation>
  </message>
  <message>
   <source>Signing in…</source>
   <translation>Kirjaudutaan…</translation>
  </message>
  <message>
   <source>Typed the same in both fields.</source>
   <translation>Sama kummassakin kentässä.</translation>
  </message>
  <message>
   <source>You signed in with a one-time password. Choose a password of your own: nobody else knows it, and from now on you sign in with it.</source>
   <translation>Kirjauduit kertasalasanalla. Valitse oma salasana: kukaan muu ei tiedä sitä, ja kirjaudut jatkossa sillä.</translation>
  </message>
 </context>
 <context>
  <name>Palette</name>
  <message>
   <source>Arrows choose · Enter does it · Esc closes · in Finnish, Swedish or English</source>
   <translation>Nuolet valitsevat · Enter tekee · Esc sulkee · suomeksi, ruotsiksi tai englanniksi</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>Löytyneet</translation>
  </message>
  <message>
   <source>Nothing has those words. Try others, in Finnish, Swedish or English.</source>
   <translation>Näillä sanoilla ei löydy mitään. Kokeile muita, suomeksi, ruotsiksi tai englanniksi.</translation>
  </message>
  <message>
   <source>Search or command</source>
   <translation>Hae tai komenna</translation>
  </message>
  <message>
   <source>Search or command: actions, canned answers, conversations</source>
   <translation>Hae tai komenna: toiminnot, vastauspohjat, keskustelut</translation>
  </message>
 </context>
 <context>
  <name>PersonMenu</name>
  <message>
   <source>As the system</source>
   <translation>Kuten järjestelmässä</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>Värit</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Tumma</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>Suuri kontrasti</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Kieli</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Vaalea</translation>
  </message>
 </context>
 <context>
  <name>PracticeBand</name>
  <message>
   <source>Nothing here reaches real customers or statistics</source>
   <translation>Mikään täällä ei mene oikeille asiakkaille eikä tilastoihin</translation>
  </message>
 </context>
 <context>
  <name>PreInformationLines</name>
  <message>
   <source>Corrected</source>
   <translation>Oikaistu</translation>
  </message>
  <message>
   <source>Correct…</source>
   <translation>Oikaise…</translation>
  </message>
  <message>
   <source>Detail</source>
   <translation>Lisätieto</translation>
  </message>
  <message>
   <source>Refined</source>
   <translation>Tarkennettu</translation>
  </message>
  <message>
   <source>Refine…</source>
   <translation>Tarkenna…</translation>
  </message>
  <message>
   <source>She chose</source>
   <translation>Asiakas valitsi</translation>
  </message>
  <message>
   <source>Topic</source>
   <translation>Aihe</translation>
  </message>
 </context>
 <context>
  <name>PreInformationSheet</name>
  <message>
   <source>Cancel</source>
   <translation>Peruuta</translation>
  </message>
  <message>
   <source>Choose what it is about.</source>
   <translation>Valitse, mitä asia koskee.</translation>
  </message>
  <message>
   <source>Correct</source>
   <translation>Oikaise</translation>
  </message>
  <message>
   <source>Detail</source>
   <translation>Lisätieto</translation>
  </message>
  <message>
   <source>Finer topic</source>
   <translation>Tarkempi aihe</translation>
  </message>
  <message>
   <source>Internal message</source>
   <translation>Sisäinen viesti</translation>
  </message>
  <message>
   <source>Moves with its history to {queue}. The customer keeps her place and is told in {language}.</source>
   <translation>Siirtyy historioineen jonoon {queue}. Asiakas säilyttää paikkansa, ja hänelle kerrotaan siirrosta ({language}).</translation>
  </message>
  <message>
   <source>Pre-information</source>
   <translation>Esitiedot</translation>
  </message>
  <message>
   <source>Refine</source>
   <translation>Tarkenna</translation>
  </message>
  <message>
   <source>Served in</source>
   <translation>Palvelukieli</translation>
  </message>
  <message>
   <source>There: {open}, {ahead}.</source>
   <translation>Siellä: {open}, {ahead}.</translation>
  </message>
  <message>
   <source>This topic has no finer ones. Write the detail; another topic is a correction.</source>
   <translation>Tällä aiheella ei ole tarkempia aiheita. Kirjoita lisätieto. Jos aihe on väärä, oikaise se.</translation>
  </message>
  <message>
   <source>What it is about</source>
   <translation>Mitä asia koskee</translation>
  </message>
  <message>
   <source>What the customer chose stays beside it. She stays with you.</source>
   <translation>Asiakkaan valinta säilyy rinnalla. Asiakas pysyy sinulla.</translation>
  </message>
  <message>
   <source>the customer does not see this</source>
   <translation>asiakas ei näe tätä</translation>
  </message>
 </context>
 <context>
  <name>PresenceButton</name>
  <message>
   <source>Choose whether you take customers</source>
   <translation>Valitse, otatko asiakkaita</translation>
  </message>
  <message>
   <source>Presence: {word}</source>
   <translation>Tila: {word}</translation>
  </message>
 </context>
 <context>
  <name>PresenceMenu</name>
  <message>
   <source>no new customers, your conversations go on</source>
   <translation>ei uusia asiakkaita, keskustelusi jatkuvat</translation>
  </message>
  <message>
   <source>you are not in your place</source>
   <translation>et ole paikallasi</translation>
  </message>
  <message>
   <source>you may still take customers</source>
   <translation>voit silti ottaa asiakkaita</translation>
  </message>
  <message>
   <source>you take customers</source>
   <translation>otat asiakkaita</translation>
  </message>
 </context>
 <context>
  <name>ProblemCardView</name>
  <message>
   <source>Call and record now</source>
   <translation>Kutsu ja kirjaa nyt</translation>
  </message>
  <message>
   <source>Checklist</source>
   <translation>Tarkistuslista</translation>
  </message>
  <message>
   <source>Do you want to talk it over with your supervisor? She sees your answer.</source>
   <translation>Haluatko jälkipurun esihenkilön kanssa? Hän näkee vastauksesi.</translation>
  </message>
  <message>
   <source>English</source>
   <translation>Englanti</translation>
  </message>
  <message>
   <source>Go on writing</source>
   <translation>Jatka keskustelua</translation>
  </message>
  <message>
   <source>Happened already</source>
   <translation>Tapahtunut jo</translation>
  </message>
  <message>
   <source>House rules</source>
   <translation>Yhteiset pelisäännöt</translation>
  </message>
  <message>
   <source>I say later</source>
   <translation>Kerron myöhemmin</translation>
  </message>
  <message>
   <source>If a life is in danger right now. Ask where the customer is.</source>
   <translation>Jos henki on vaarassa juuri nyt. Kysy, missä asiakas on.</translation>
  </message>
  <message>
   <source>Interpreter</source>
   <translation>Tulkki</translation>
  </message>
  <message>
   <source>Language barrier: call for help</source>
   <translation>Kielimuuri: pyydä apua</translation>
  </message>
  <message>
   <source>No</source>
   <translation>En</translation>
  </message>
  <message>
   <source>Nothing is sent for you.</source>
   <translation>Mitään ei lähetetä puolestasi.</translation>
  </message>
  <message>
   <source>Numbers</source>
   <translation>Numerot</translation>
  </message>
  <message>
   <source>Problem situation</source>
   <translation>Ongelmatilanne</translation>
  </message>
  <message>
   <source>Put the numbers into the message</source>
   <translation>Lisää numerot viestiin</translation>
  </message>
  <message>
   <source>Situation over…</source>
   <translation>Tilanne ohi…</translation>
  </message>
  <message>
   <source>Swedish</source>
   <translation>Ruotsi</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Kyllä</translation>
  </message>
 </context>
 <context>
  <name>ProblemPanel</name>
  <message>
   <source>Steps can be ticked when the situation has been recorded as begun.</source>
   <translation>Kohdat voi merkitä, kun tilanne on kirjattu alkaneeksi.</translation>
  </message>
 </context>
 <context>
  <name>QShortcut</name>
  <message>
   <source>Shift</source>
   <translation>Shift</translation>
  </message>
 </context>
 <context>
  <name>QueuePane</name>
  <message numerus="yes">
   <source>%n waiting</source>
   <translation>
    <numerusform>%n odottaa</numerusform>
    <numerusform>%n odottaa</numerusform>
   </translation>
  </message>
  <message>
   <source>A new customer appears here.</source>
   <translation>Uusi asiakas ilmestyy tähän.</translation>
  </message>
  <message>
   <source>Queues</source>
   <translation>Jonot</translation>
  </message>
  <message>
   <source>Take the most urgent</source>
   <translation>Ota kiireisin</translation>
  </message>
  <message>
   <source>Take the next</source>
   <translation>Ota seuraava</translation>
  </message>
  <message>
   <source>The queue is closed.</source>
   <translation>Jono on suljettu.</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Odottaa</translation>
  </message>
  <message>
   <source>Waiting customers</source>
   <translation>Odottavat asiakkaat</translation>
  </message>
  <message>
   <source>{queue}, has waited {clock}</source>
   <translation>{queue}, odottanut {clock}</translation>
  </message>
 </context>
 <context>
  <name>Said</name>
  <message>
   <source>Conversation with customer {alias}</source>
   <translation>Keskustelu asiakkaan {alias} kanssa</translation>
  </message>
  <message>
   <source>The customer is writing…</source>
   <translation>Asiakas kirjoittaa…</translation>
  </message>
 </context>
 <context>
  <name>SearchForm</name>
  <message>
   <source>Closed</source>
   <translation>Päättynyt</translation>
  </message>
  <message>
   <source>Customer's number or who answered</source>
   <translation>Asiakkaan numero tai kuka vastasi</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Lopputulos</translation>
  </message>
  <message>
   <source>Queue</source>
   <translation>Jono</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Syy</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Hae</translation>
  </message>
  <message>
   <source>Topic</source>
   <translation>Aihe</translation>
  </message>
  <message>
   <source>Words said in the conversation</source>
   <translation>Sanoja keskustelusta</translation>
  </message>
  <message>
   <source>all</source>
   <translation>kaikki</translation>
  </message>
  <message>
   <source>in the last 7 days</source>
   <translation>viimeisten 7 päivän aikana</translation>
  </message>
  <message>
   <source>this month</source>
   <translation>tässä kuussa</translation>
  </message>
  <message>
   <source>this year</source>
   <translation>tänä vuonna</translation>
  </message>
  <message>
   <source>today</source>
   <translation>tänään</translation>
  </message>
 </context>
 <context>
  <name>ShiftEnd</name>
  <message>
   <source>A message of yours is still on its way. Wait until it has been sent.</source>
   <translation>Viestisi on vielä matkalla. Odota, kunnes se on lähetetty.</translation>
  </message>
  <message>
   <source>Answers to messages that fall due</source>
   <translation>Viestit, joihin pitää vastata</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Takaisin</translation>
  </message>
  <message>
   <source>Callback requests of yours</source>
   <translation>Soittopyyntöjä sinulla</translation>
  </message>
  <message>
   <source>Calls of which you have not said what came</source>
   <translation>Soitot, joiden tulosta et ole kirjannut</translation>
  </message>
  <message>
   <source>Consultations you have taken and not answered</source>
   <translation>Konsultaatioita, jotka olet ottanut, mutta et vastannut</translation>
  </message>
  <message>
   <source>Customers of yours are answered by somebody else only when you hand them over.</source>
   <translation>Asiakkaasi saavat vastauksen muilta vasta, kun luovutat heidät.</translation>
  </message>
  <message>
   <source>Customers offered to you</source>
   <translation>Sinulle tarjottuja asiakkaita</translation>
  </message>
  <message>
   <source>Due callback requests that nobody has opened</source>
   <translation>Avaamattomia soittopyyntöjä, joiden aika on</translation>
  </message>
  <message>
   <source>End the shift</source>
   <translation>Lopeta vuoro</translation>
  </message>
  <message>
   <source>Falling due by tomorrow at this time: {which}. Answer them, or give them back so that a colleague can.</source>
   <translation>Erääntyy vuorokauden sisällä: {which}. Vastaa tai palauta linjalle, jotta työkaveri voi vastata.</translation>
  </message>
  <message>
   <source>Give back to the line</source>
   <translation>Anna takaisin linjalle</translation>
  </message>
  <message>
   <source>Messages on their way</source>
   <translation>Viestejä matkalla</translation>
  </message>
  <message>
   <source>Nobody has opened: {which}. They stay in the list for whoever serves the queue next.</source>
   <translation>Kukaan ei ole avannut: {which}. Ne jäävät luetteloon sille, joka seuraavaksi palvelee jonoa.</translation>
  </message>
  <message>
   <source>Open conversations</source>
   <translation>Avoimia keskusteluja</translation>
  </message>
  <message>
   <source>Promises of consultations that fall due</source>
   <translation>Konsultaatiot, joiden palvelulupaus erääntyy</translation>
  </message>
  <message>
   <source>Return to the list</source>
   <translation>Palauta listalle</translation>
  </message>
  <message>
   <source>Return to the queue</source>
   <translation>Palauta jonoon</translation>
  </message>
  <message>
   <source>Show the consultations</source>
   <translation>Näytä konsultaatiot</translation>
  </message>
  <message>
   <source>Show the list</source>
   <translation>Näytä luettelo</translation>
  </message>
  <message>
   <source>Show the messages</source>
   <translation>Näytä viestit</translation>
  </message>
  <message>
   <source>The shift ends</source>
   <translation>Vuoro päättyy</translation>
  </message>
  <message>
   <source>To be answered by tomorrow at this time: {which}. Those you hold go to a colleague when you return them to the queue.</source>
   <translation>Vastattava huomenna tähän aikaan mennessä: {which}. Sinulla olevat siirtyvät kollegalle, kun palautat ne jonoon.</translation>
  </message>
  <message>
   <source>Unanswered customers</source>
   <translation>Vastaamattomia asiakkaita</translation>
  </message>
  <message>
   <source>Unsent drafts, kept for you</source>
   <translation>Lähettämättömiä luonnoksia, säilyvät sinulle</translation>
  </message>
  <message>
   <source>Waiting in your queues</source>
   <translation>Jonoissasi odottavia</translation>
  </message>
  <message>
   <source>You are signed out when the shift ends. Callback requests go back to the list.</source>
   <translation>Sinut kirjataan ulos, kun vuoro päättyy. Soittopyynnöt palaavat listalle.</translation>
  </message>
 </context>
 <context>
  <name>ShiftStart</name>
  <message numerus="yes">
   <source>%n waiting</source>
   <translation>
    <numerusform>%n odottaa</numerusform>
    <numerusform>%n odottaa</numerusform>
   </translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Takaisin</translation>
  </message>
  <message>
   <source>Begin the shift</source>
   <translation>Aloita vuoro</translation>
  </message>
  <message>
   <source>Choose at least one queue.</source>
   <translation>Valitse ainakin yksi jono.</translation>
  </message>
  <message>
   <source>Queues of the shift</source>
   <translation>Vuoron jonot</translation>
  </message>
  <message>
   <source>The shift begins</source>
   <translation>Vuoro alkaa</translation>
  </message>
  <message>
   <source>Which queues do you serve?</source>
   <translation>Mitä jonoja palvelet?</translation>
  </message>
 </context>
 <context>
  <name>SignInForm</name>
  <message>
   <source>Hide the password</source>
   <translation>Piilota salasana</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>Salasana</translation>
  </message>
  <message>
   <source>Show the password</source>
   <translation>Näytä salasana</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>Kirjaudu</translation>
  </message>
  <message>
   <source>Signing in…</source>
   <translation>Kirjaudutaan…</translation>
  </message>
  <message>
   <source>User name</source>
   <translation>Käyttäjätunnus</translation>
  </message>
 </context>
 <context>
  <name>SignInWindow</name>
  <message>
   <source>Choose your password</source>
   <translation>Valitse salasanasi</translation>
  </message>
  <message>
   <source>Not reached: {server}</source>
   <translation>Palvelinta ei tavoiteta: {server}</translation>
  </message>
  <message>
   <source>Opening your work…</source>
   <translation>Avataan työtäsi…</translation>
  </message>
  <message>
   <source>Server reached: {server}</source>
   <translation>Palvelin tavoitettu: {server}</translation>
  </message>
  <message>
   <source>Server: {server}</source>
   <translation>Palvelin: {server}</translation>
  </message>
  <message>
   <source>Sign in to Vuoro</source>
   <translation>Kirjaudu Vuoroon</translation>
  </message>
  <message>
   <source>Social services advice</source>
   <translation>Sosiaalipalvelujen neuvonta</translation>
  </message>
 </context>
 <context>
  <name>SituationPane</name>
  <message numerus="yes">
   <source>%n callback request(s) close uncalled soon, the first {when}.</source>
   <translation>
    <numerusform>%n soittopyyntö päättyy pian soittamatta: {when}.</numerusform>
    <numerusform>%n soittopyyntöä päättyy pian soittamatta, ensimmäinen {when}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n callback request(s) closed today, not called in time.</source>
   <translation>
    <numerusform>%n soittopyyntö päättyi tänään, kun sitä ei ehditty soittaa.</numerusform>
    <numerusform>%n soittopyyntöä päättyi tänään, kun niitä ei ehditty soittaa.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n callback request(s) due that nobody has opened, the first since {when}.</source>
   <translation>
    <numerusform>%n soittopyyntö, jonka aika on ja jota kukaan ei ole avannut (aika tuli {when}).</numerusform>
    <numerusform>%n soittopyyntöä, joiden aika on ja joita kukaan ei ole avannut (ensimmäisen aika tuli {when}).</numerusform>
   </translation>
  </message>
  <message>
   <source>Answered in time today</source>
   <translation>Vastattu ajoissa tänään</translation>
  </message>
  <message>
   <source>Answered in time, % by half hour</source>
   <translation>Vastattu ajoissa, % puolen tunnin jaksoittain</translation>
  </message>
  <message>
   <source>Asking how things stand…</source>
   <translation>Kysytään, mikä tilanne on…</translation>
  </message>
  <message>
   <source>Conversations now</source>
   <translation>Keskusteluja nyt</translation>
  </message>
  <message>
   <source>Longest wait</source>
   <translation>Pisin odotus</translation>
  </message>
  <message>
   <source>Nobody is there just now.</source>
   <translation>Paikalla ei ole nyt ketään.</translation>
  </message>
  <message>
   <source>On duty</source>
   <translation>Paikalla</translation>
  </message>
  <message>
   <source>Professionals</source>
   <translation>Ammattilaiset</translation>
  </message>
  <message>
   <source>Queues</source>
   <translation>Jonot</translation>
  </message>
  <message>
   <source>Situation</source>
   <translation>Tilanne</translation>
  </message>
  <message>
   <source>Waiting now</source>
   <translation>Odottaa nyt</translation>
  </message>
  <message numerus="yes">
   <source>in %n queue(s)</source>
   <translation>
    <numerusform>%n jonossa</numerusform>
    <numerusform>%n jonossa</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>of %n seen lately</source>
   <translation>
    <numerusform>viime aikoina nähty %n</numerusform>
    <numerusform>viime aikoina nähty %n</numerusform>
   </translation>
  </message>
  <message>
   <source>presence as each has set it</source>
   <translation>tilat, kuten kukin on ne valinnut</translation>
  </message>
  <message>
   <source>updated {clock}</source>
   <translation>päivittyi {clock}</translation>
  </message>
 </context>
 <context>
  <name>SoundMenu</name>
  <message>
   <source>Every 10 seconds</source>
   <translation>10 sekunnin välein</translation>
  </message>
  <message>
   <source>Every 20 seconds</source>
   <translation>20 sekunnin välein</translation>
  </message>
  <message>
   <source>Every minute</source>
   <translation>Minuutin välein</translation>
  </message>
  <message>
   <source>Loud</source>
   <translation>Voimakas</translation>
  </message>
  <message>
   <source>Normal</source>
   <translation>Tavallinen</translation>
  </message>
  <message>
   <source>Once only</source>
   <translation>Vain kerran</translation>
  </message>
  <message>
   <source>Repeat until seen</source>
   <translation>Toista, kunnes huomaan</translation>
  </message>
  <message>
   <source>Soft</source>
   <translation>Hiljainen</translation>
  </message>
  <message>
   <source>Sound for a possible crisis</source>
   <translation>Ääni mahdollisesta kriisistä</translation>
  </message>
  <message>
   <source>Sound is on</source>
   <translation>Ääni on päällä</translation>
  </message>
  <message>
   <source>Sound of new work</source>
   <translation>Uuden työn ääni</translation>
  </message>
  <message>
   <source>There is no notification area on this desktop</source>
   <translation>Tällä työpöydällä ei ole ilmoitusaluetta</translation>
  </message>
  <message>
   <source>This computer has no sound device just now</source>
   <translation>Tässä tietokoneessa ei ole juuri nyt äänilaitetta</translation>
  </message>
  <message>
   <source>Try the sound</source>
   <translation>Kokeile ääntä</translation>
  </message>
  <message>
   <source>Volume</source>
   <translation>Voimakkuus</translation>
  </message>
 </context>
 <context>
  <name>StandingNotice</name>
  <message>
   <source>Anonymous chat:</source>
   <translation>Anonyymi chat:</translation>
  </message>
  <message>
   <source>Ask to identify</source>
   <translation>Pyydä tunnistautumaan</translation>
  </message>
  <message>
   <source>general advice only. Do not ask for personal data.</source>
   <translation>vain yleistä neuvontaa. Älä kysy henkilötietoja.</translation>
  </message>
 </context>
 <context>
  <name>StatusBar</name>
  <message numerus="yes">
   <source>%n draft(s) in memory only</source>
   <translation>
    <numerusform>%n luonnos vain muistissa</numerusform>
    <numerusform>%n luonnosta vain muistissa</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n draft(s) kept on this computer</source>
   <translation>
    <numerusform>%n luonnos tallessa tällä koneella</numerusform>
    <numerusform>%n luonnosta tallessa tällä koneella</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n not sent yet</source>
   <translation>
    <numerusform>%n lähettämättä</numerusform>
    <numerusform>%n lähettämättä</numerusform>
   </translation>
  </message>
  <message>
   <source>All sent</source>
   <translation>Kaikki lähetetty</translation>
  </message>
  <message>
   <source>Connecting…</source>
   <translation>Yhdistetään…</translation>
  </message>
  <message>
   <source>Connection works</source>
   <translation>Yhteys kunnossa</translation>
  </message>
  <message>
   <source>No connection</source>
   <translation>Ei yhteyttä</translation>
  </message>
  <message>
   <source>No sound device: new work is only shown</source>
   <translation>Ei äänilaitetta: uusi työ näkyy, mutta ei kuulu</translation>
  </message>
  <message>
   <source>Reconnecting…</source>
   <translation>Yhdistetään uudelleen…</translation>
  </message>
  <message>
   <source>Signed out</source>
   <translation>Kirjauduttu ulos</translation>
  </message>
  <message>
   <source>up to date as of {clock}</source>
   <translation>ajan tasalla {clock}</translation>
  </message>
 </context>
 <context>
  <name>SummaryLine</name>
  <message>
   <source>Name</source>
   <translation>Nimi</translation>
  </message>
  <message>
   <source>Queue</source>
   <translation>Jono</translation>
  </message>
  <message>
   <source>Topic</source>
   <translation>Aihe</translation>
  </message>
  <message>
   <source>Waited</source>
   <translation>Jonotti</translation>
  </message>
 </context>
 <context>
  <name>TodaysCallbacks</name>
  <message numerus="yes">
   <source>%n more today</source>
   <translation>
    <numerusform>%n muu tänään</numerusform>
    <numerusform>%n muuta tänään</numerusform>
   </translation>
  </message>
  <message>
   <source>Callback requests</source>
   <translation>Soittopyynnöt</translation>
  </message>
  <message>
   <source>Callback requests of today</source>
   <translation>Tämän päivän soittopyynnöt</translation>
  </message>
  <message numerus="yes">
   <source>today %n</source>
   <translation>
    <numerusform>tänään %n</numerusform>
    <numerusform>tänään %n</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TopBar</name>
  <message numerus="yes">
   <source>%n new · silence</source>
   <translation>
    <numerusform>%n uusi · hiljennä</numerusform>
    <numerusform>%n uutta · hiljennä</numerusform>
   </translation>
  </message>
  <message>
   <source>Search or command</source>
   <translation>Hae tai komenna</translation>
  </message>
  <message>
   <source>Your menu: language, colours, signing out</source>
   <translation>Oma valikkosi: kieli, värit, uloskirjautuminen</translation>
  </message>
 </context>
 <context>
  <name>TransferSheet</name>
  <message>
   <source>Asking what the queues have before them…</source>
   <translation>Katsotaan, mikä jonoissa on tilanne…</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Peruuta</translation>
  </message>
  <message>
   <source>Choose where.</source>
   <translation>Valitse, minne.</translation>
  </message>
  <message>
   <source>Internal message</source>
   <translation>Sisäinen viesti</translation>
  </message>
  <message>
   <source>Internal message, the customer does not see this</source>
   <translation>Sisäinen viesti, asiakas ei näe tätä</translation>
  </message>
  <message>
   <source>It can be transferred when the customer has permitted it.</source>
   <translation>Keskustelun voi siirtää, kun asiakas on antanut luvan.</translation>
  </message>
  <message>
   <source>No other professional is there just now. Transfer into a queue instead.</source>
   <translation>Muita ammattilaisia ei ole nyt paikalla. Siirrä keskustelu jonoon.</translation>
  </message>
  <message>
   <source>No queue has that name. Try another word.</source>
   <translation>Sen nimistä jonoa ei ole. Kokeile toista sanaa.</translation>
  </message>
  <message>
   <source>Nobody of that name is there just now. Try another word.</source>
   <translation>Sen nimistä ei ole nyt paikalla. Kokeile toista sanaa.</translation>
  </message>
  <message>
   <source>Offer</source>
   <translation>Tarjoa</translation>
  </message>
  <message>
   <source>Pass on</source>
   <translation>Välitä</translation>
  </message>
  <message>
   <source>Search for a queue or a professional</source>
   <translation>Hae jonoa tai ammattilaista</translation>
  </message>
  <message>
   <source>To whom</source>
   <translation>Kenelle</translation>
  </message>
  <message>
   <source>Transfer</source>
   <translation>Siirrä</translation>
  </message>
  <message>
   <source>Transfer the conversation</source>
   <translation>Siirrä keskustelu</translation>
  </message>
  <message>
   <source>Where it can be transferred</source>
   <translation>Minne voi siirtää</translation>
  </message>
  <message>
   <source>Where to</source>
   <translation>Mihin</translation>
  </message>
  <message>
   <source>Who decides of the application</source>
   <translation>Kuka ratkaisee hakemuksen</translation>
  </message>
  <message>
   <source>the customer does not see this</source>
   <translation>asiakas ei näe tätä</translation>
  </message>
  <message numerus="yes">
   <source>transfer %n</source>
   <translation>
    <numerusform>%n. siirto</numerusform>
    <numerusform>%n. siirto</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ViewerSheet</name>
  <message>
   <source>Close</source>
   <translation>Sulje</translation>
  </message>
  <message>
   <source>Larger (Ctrl +)</source>
   <translation>Suuremmaksi (Ctrl +)</translation>
  </message>
  <message>
   <source>Next page (Page Down)</source>
   <translation>Seuraava sivu (Page Down)</translation>
  </message>
  <message>
   <source>Pass on…</source>
   <translation>Välitä…</translation>
  </message>
  <message>
   <source>Previous page (Page Up)</source>
   <translation>Edellinen sivu (Page Up)</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>Tulosta…</translation>
  </message>
  <message>
   <source>Smaller (Ctrl -)</source>
   <translation>Pienemmäksi (Ctrl -)</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Yritä uudelleen</translation>
  </message>
 </context>
 <context>
  <name>WordsBox</name>
  <message>
   <source>the customer does not see this</source>
   <translation>ei näy asiakkaalle</translation>
  </message>
 </context>
 <context>
  <name>WrapUpView</name>
  <message numerus="yes">
   <source>%n more: type a part of the name</source>
   <translation>
    <numerusform>%n muu: kirjoita nimen alku</numerusform>
    <numerusform>%n muuta: kirjoita nimen osa</numerusform>
   </translation>
  </message>
  <message>
   <source>Alt and the number</source>
   <translation>Alt ja numero</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Takaisin</translation>
  </message>
  <message>
   <source>Contact reason</source>
   <translation>Yhteydenoton syy</translation>
  </message>
  <message>
   <source>Contact reasons</source>
   <translation>Yhteydenoton syyt</translation>
  </message>
  <message>
   <source>End now, wrap up later</source>
   <translation>Päätä nyt, kirjaa myöhemmin</translation>
  </message>
  <message>
   <source>Finish</source>
   <translation>Päätä</translation>
  </message>
  <message>
   <source>Found reasons and outcomes</source>
   <translation>Löydetyt syyt ja lopputulokset</translation>
  </message>
  <message>
   <source>Notes · the customer does not see them</source>
   <translation>Muistiinpano · ei näy asiakkaalle</translation>
  </message>
  <message>
   <source>Notes, the customer does not see them</source>
   <translation>Muistiinpano, ei näy asiakkaalle</translation>
  </message>
  <message>
   <source>One more</source>
   <translation>Lisäsyy</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Lopputulos</translation>
  </message>
  <message>
   <source>Outcomes</source>
   <translation>Lopputulokset</translation>
  </message>
  <message>
   <source>Record and close</source>
   <translation>Kirjaa yritys ja päätä</translation>
  </message>
  <message>
   <source>Search for other reasons and outcomes</source>
   <translation>Hae muita syitä ja lopputuloksia</translation>
  </message>
  <message>
   <source>The conversation ends for the customer at once.</source>
   <translation>Keskustelu päättyy asiakkaalta heti.</translation>
  </message>
  <message>
   <source>The conversation has ended for the customer already.</source>
   <translation>Keskustelu on jo päättynyt asiakkaalta.</translation>
  </message>
  <message>
   <source>The text you have written is not sent. It is kept for you.</source>
   <translation>Kirjoittamaasi tekstiä ei ole lähetetty. Se säilyy sinulla.</translation>
  </message>
  <message>
   <source>Wrap-up</source>
   <translation>Päättäminen</translation>
  </message>
  <message>
   <source>You can record the call also without choosing anything.</source>
   <translation>Voit kirjata puhelun, vaikka et valitse mitään.</translation>
  </message>
  <message>
   <source>by number</source>
   <translation>numerolla</translation>
  </message>
 </context>
 <context>
  <name>actions</name>
  <message>
   <source>Accept the offer</source>
   <translation>Ota tarjottu keskustelu vastaan</translation>
  </message>
  <message>
   <source>Ask a professional a question</source>
   <translation>Kysy ammattilaiselta</translation>
  </message>
  <message>
   <source>Ask the customer to identify</source>
   <translation>Pyydä asiakasta tunnistautumaan</translation>
  </message>
  <message>
   <source>Call for help</source>
   <translation>Pyydä apua</translation>
  </message>
  <message>
   <source>Cancel what is being asked</source>
   <translation>Peruuta kysymys</translation>
  </message>
  <message>
   <source>Choose the queues of the shift</source>
   <translation>Valitse vuoron jonot</translation>
  </message>
  <message>
   <source>Choose your presence</source>
   <translation>Valitse tilasi</translation>
  </message>
  <message>
   <source>Correct topic or language</source>
   <translation>Oikaise aihe tai kieli</translation>
  </message>
  <message>
   <source>Decline the offer</source>
   <translation>Kieltäydy tarjotusta keskustelusta</translation>
  </message>
  <message>
   <source>Dial the callback request</source>
   <translation>Soita soittopyyntöön</translation>
  </message>
  <message>
   <source>End the conversation</source>
   <translation>Päätä keskustelu</translation>
  </message>
  <message>
   <source>End the shift</source>
   <translation>Lopeta vuoro</translation>
  </message>
  <message>
   <source>Go on a break</source>
   <translation>Lähde tauolle</translation>
  </message>
  <message>
   <source>Instructions and support</source>
   <translation>Ohjeet ja tuki</translation>
  </message>
  <message>
   <source>List the keys</source>
   <translation>Näytä näppäimet</translation>
  </message>
  <message>
   <source>Mask part of a message for good</source>
   <translation>Peitä osa viestistä lopullisesti</translation>
  </message>
  <message>
   <source>New message to the customer, as agreed</source>
   <translation>Uusi viesti asiakkaalle, sovitusti</translation>
  </message>
  <message>
   <source>Next conversation</source>
   <translation>Seuraava keskustelu</translation>
  </message>
  <message>
   <source>Offer the conversation by e-mail</source>
   <translation>Tarjoa keskustelu sähköpostiin</translation>
  </message>
  <message>
   <source>Open the customer's attachment</source>
   <translation>Avaa asiakkaan liite</translation>
  </message>
  <message>
   <source>Previous conversation</source>
   <translation>Edellinen keskustelu</translation>
  </message>
  <message>
   <source>Print the attachment</source>
   <translation>Tulosta liite</translation>
  </message>
  <message>
   <source>Problem situation: numbers, help, checklist</source>
   <translation>Ongelmatilanne: numerot, apu, tarkistuslista</translation>
  </message>
  <message>
   <source>Refine pre-information</source>
   <translation>Tarkenna esitietoja</translation>
  </message>
  <message>
   <source>Save the attachment</source>
   <translation>Tallenna liite</translation>
  </message>
  <message>
   <source>Say that you are available</source>
   <translation>Kerro olevasi vapaa</translation>
  </message>
  <message>
   <source>Say that you are away</source>
   <translation>Kerro olevasi poissa</translation>
  </message>
  <message>
   <source>Say that you are busy</source>
   <translation>Kerro olevasi varattu</translation>
  </message>
  <message>
   <source>Search or command</source>
   <translation>Hae tai komenna</translation>
  </message>
  <message>
   <source>Send the notice that the chat books no appointments</source>
   <translation>Lähetä tieto, ettei chatin kautta varata aikoja</translation>
  </message>
  <message>
   <source>Show or hide the customer</source>
   <translation>Näytä tai piilota asiakkaan tiedot</translation>
  </message>
  <message>
   <source>Show or hide the queues</source>
   <translation>Näytä tai piilota jonot</translation>
  </message>
  <message>
   <source>Sign out</source>
   <translation>Kirjaudu ulos</translation>
  </message>
  <message>
   <source>Silence the sound until something new comes</source>
   <translation>Hiljennä ääni, kunnes tulee uutta</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>Väli</translation>
  </message>
  <message>
   <source>Take the most urgent customer of all your queues</source>
   <translation>Ota kiireisin asiakas kaikista jonoistasi</translation>
  </message>
  <message>
   <source>To callback requests</source>
   <translation>Soittopyyntöihin</translation>
  </message>
  <message>
   <source>To consultations</source>
   <translation>Konsultaatioihin</translation>
  </message>
  <message>
   <source>To non-urgent messages</source>
   <translation>Kiireettömiin viesteihin</translation>
  </message>
  <message>
   <source>To the archive</source>
   <translation>Arkistoon</translation>
  </message>
  <message>
   <source>To the conversation</source>
   <translation>Siirry keskusteluun</translation>
  </message>
  <message>
   <source>To the note</source>
   <translation>Muistiinpanoon</translation>
  </message>
  <message>
   <source>To the queues</source>
   <translation>Siirry jonoihin</translation>
  </message>
  <message>
   <source>To the situation</source>
   <translation>Siirry tilanteeseen</translation>
  </message>
  <message>
   <source>To those who wait</source>
   <translation>Siirry odottaviin</translation>
  </message>
  <message>
   <source>To writing</source>
   <translation>Siirry kirjoittamaan</translation>
  </message>
  <message>
   <source>Transfer the conversation</source>
   <translation>Siirrä keskustelu</translation>
  </message>
 </context>
 <context>
  <name>agreed</name>
  <message>
   <source>Confirms a time</source>
   <translation>Ajan vahvistus</translation>
  </message>
  <message>
   <source>Instructions</source>
   <translation>Ohjeet</translation>
  </message>
  <message>
   <source>To: the customer who had identified and asked for this call</source>
   <translation>Vastaanottaja: tunnistautunut asiakas, joka pyysi tätä soittoa</translation>
  </message>
  <message>
   <source>To: {name}</source>
   <translation>Vastaanottaja: {name}</translation>
  </message>
  <message>
   <source>To: {name}, who acts for {other}</source>
   <translation>Vastaanottaja: {name}, joka asioi puolesta: {other}</translation>
  </message>
  <message>
   <source>at a visit</source>
   <translation>tapaamisessa</translation>
  </message>
  <message>
   <source>by phone</source>
   <translation>puhelimessa</translation>
  </message>
  <message>
   <source>in a message</source>
   <translation>viestissä</translation>
  </message>
  <message>
   <source>in the chat</source>
   <translation>chatissa</translation>
  </message>
 </context>
 <context>
  <name>announcing</name>
  <message>
   <source>A callback request is due</source>
   <translation>Soittopyynnön aika on nyt</translation>
  </message>
  <message>
   <source>A colleague calls for help</source>
   <translation>Kollega pyytää apua</translation>
  </message>
  <message>
   <source>A consultation waits for an answer</source>
   <translation>Konsultaatio odottaa vastausta</translation>
  </message>
  <message>
   <source>A conversation is offered to you</source>
   <translation>Sinulle tarjotaan keskustelua</translation>
  </message>
  <message>
   <source>A new customer is waiting</source>
   <translation>Uusi asiakas odottaa</translation>
  </message>
  <message>
   <source>A transferred conversation is waiting</source>
   <translation>Siirretty keskustelu odottaa</translation>
  </message>
  <message>
   <source>New message</source>
   <translation>Uusi viesti</translation>
  </message>
 </context>
 <context>
  <name>archive</name>
  <message>
   <source>Channel</source>
   <translation>Kanava</translation>
  </message>
  <message>
   <source>Chat</source>
   <translation>Chat</translation>
  </message>
  <message>
   <source>Contact reasons</source>
   <translation>Yhteydenoton syyt</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Asiakas</translation>
  </message>
  <message>
   <source>Internal message</source>
   <translation>Sisäinen viesti</translation>
  </message>
  <message>
   <source>Looked back to {day}. There may be more before it.</source>
   <translation>Haettu päivään {day} taaksepäin. Vanhemmissa voi olla lisää.</translation>
  </message>
  <message>
   <source>Marked</source>
   <translation>Merkitty</translation>
  </message>
  <message>
   <source>Message from a professional</source>
   <translation>Ammattilaisen viesti</translation>
  </message>
  <message>
   <source>Nobody answered</source>
   <translation>Kukaan ei ehtinyt vastata</translation>
  </message>
  <message>
   <source>Non-urgent message</source>
   <translation>Kiireetön viesti</translation>
  </message>
  <message>
   <source>Note, not shown to the customer · {name} {clock}</source>
   <translation>Muistiinpano, ei näy asiakkaalle · {name} {clock}</translation>
  </message>
  <message>
   <source>Notes of the wrap-up</source>
   <translation>Päättämisen muistiinpanot</translation>
  </message>
  <message>
   <source>Only its newest lines are shown here.</source>
   <translation>Tästä näytetään vain uusimmat rivit.</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Lopputulos</translation>
  </message>
  <message>
   <source>Professional</source>
   <translation>Ammattilainen</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Palvelu</translation>
  </message>
  <message>
   <source>Test</source>
   <translation>Testi</translation>
  </message>
  <message>
   <source>The archive is read over the connection, which is away. Try again when it is back.</source>
   <translation>Arkistoa luetaan verkon yli, ja yhteys on poikki. Yritä uudelleen, kun yhteys palaa.</translation>
  </message>
  <message>
   <source>This conversation is not in your archive any more. Search again to see what is.</source>
   <translation>Tämä keskustelu ei ole enää arkistossasi. Hae uudelleen, niin näet mitä siellä on.</translation>
  </message>
  <message>
   <source>Topic</source>
   <translation>Aihe</translation>
  </message>
  <message>
   <source>back to {queue}</source>
   <translation>palautunut jonoon {queue}</translation>
  </message>
  <message>
   <source>ended</source>
   <translation>keskustelu päättyi</translation>
  </message>
  <message>
   <source>taken as it was offered: {who}</source>
   <translation>tarjottu siirto otettu vastaan: {who}</translation>
  </message>
  <message>
   <source>taken over: {who}</source>
   <translation>vastuu otettu: {who}</translation>
  </message>
  <message>
   <source>taken: {who}</source>
   <translation>otettu vastaan: {who}</translation>
  </message>
  <message>
   <source>transferred to {queue}: {who}</source>
   <translation>siirretty jonoon {queue}: {who}</translation>
  </message>
  <message>
   <source>wrapped up: {who}</source>
   <translation>päätetty: {who}</translation>
  </message>
  <message>
   <source>{name}, on behalf of {other}</source>
   <translation>{name}, joka asioi puolesta: {other}</translation>
  </message>
 </context>
 <context>
  <name>attachments</name>
  <message numerus="yes">
   <source>%n page(s)</source>
   <translation>
    <numerusform>%n sivu</numerusform>
    <numerusform>%n sivua</numerusform>
   </translation>
  </message>
  <message>
   <source>Attachment: {facts}</source>
   <translation>Liite: {facts}</translation>
  </message>
  <message>
   <source>Attachment: {name} ({facts})</source>
   <translation>Liite: {name} ({facts})</translation>
  </message>
  <message>
   <source>Nothing was printed: the printer did not begin. Choose another, or save the file.</source>
   <translation>Mitään ei tulostettu: tulostin ei aloittanut. Valitse toinen tulostin tai tallenna liite.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Avaa</translation>
  </message>
  <message>
   <source>PRACTICE – no real customer, no real application</source>
   <translation>HARJOITUS – ei oikea asiakas, ei oikea hakemus</translation>
  </message>
  <message>
   <source>Page {page} of {pages}</source>
   <translation>Sivu {page} / {pages}</translation>
  </message>
  <message>
   <source>Page {page} of {pages} goes to the printer…</source>
   <translation>Sivu {page} / {pages} lähtee tulostimelle…</translation>
  </message>
  <message>
   <source>Printing was broken off at page {page}, which could not be read. Save the file instead.</source>
   <translation>Tulostus keskeytettiin sivulla {page}, jota ei voitu lukea. Tallenna liite sen sijaan.</translation>
  </message>
  <message>
   <source>Reading this page took too long and was broken off. The file itself is kept as it came: try again, or save it instead.</source>
   <translation>Sivun lukeminen kesti liian kauan ja keskeytettiin. Tiedosto on tallessa sellaisena kuin se tuli: yritä uudelleen tai tallenna se.</translation>
  </message>
  <message>
   <source>Saved as {name}. The copy is yours to look after: delete it when it is no longer needed.</source>
   <translation>Tallennettu nimellä {name}. Kopio on sinun vastuullasi: poista se, kun sitä ei enää tarvita.</translation>
  </message>
  <message>
   <source>Save…</source>
   <translation>Tallenna…</translation>
  </message>
  <message>
   <source>The file could not be fetched: the connection is away. It is kept in the service. Try again when the connection is back.</source>
   <translation>Liitettä ei voitu hakea: yhteys on poikki. Liite on tallessa palvelussa. Yritä uudelleen, kun yhteys palaa.</translation>
  </message>
  <message>
   <source>The file has been sent to the printer.</source>
   <translation>Liite on lähetetty tulostimelle.</translation>
  </message>
  <message>
   <source>The file is being fetched…</source>
   <translation>Liitettä haetaan…</translation>
  </message>
  <message>
   <source>The file is not here any more: the conversation is no longer yours to read, or what was written in it has been erased.</source>
   <translation>Liite ei ole enää täällä: keskustelu ei ole enää luettavissasi, tai sen sisältö on poistettu.</translation>
  </message>
  <message>
   <source>The file opens only with a password, so it cannot be shown here. Ask the customer to send it without one.</source>
   <translation>Tiedosto aukeaa vain salasanalla, joten sitä ei voi näyttää tässä. Pyydä asiakasta lähettämään se ilman salasanaa.</translation>
  </message>
  <message>
   <source>The file was not saved: the disk is full. Choose another place, or make room.</source>
   <translation>Liitettä ei tallennettu: levy on täynnä. Valitse toinen paikka tai tee tilaa.</translation>
  </message>
  <message>
   <source>The file was not saved: the place could not be written to. Choose another place.</source>
   <translation>Liitettä ei tallennettu: paikkaan ei voitu kirjoittaa. Valitse toinen paikka.</translation>
  </message>
  <message>
   <source>The file was not saved: you may not write there. Choose another place.</source>
   <translation>Liitettä ei tallennettu: sinulla ei ole oikeutta kirjoittaa sinne. Valitse toinen paikka.</translation>
  </message>
  <message>
   <source>The page is being read…</source>
   <translation>Sivua luetaan…</translation>
  </message>
  <message>
   <source>This page could not be read: the file may be broken. The file itself is kept as it came: save it, or ask the customer to send it anew.</source>
   <translation>Tätä sivua ei voitu lukea: tiedosto voi olla viallinen. Tiedosto on tallessa sellaisena kuin se tuli: tallenna se, tai pyydä asiakasta lähettämään se uudelleen.</translation>
  </message>
  <message>
   <source>This page is too large to be shown here safely. The file itself is kept as it came: save it instead.</source>
   <translation>Tämä sivu on liian suuri näytettäväksi tässä turvallisesti. Tiedosto on tallessa sellaisena kuin se tuli: tallenna se.</translation>
  </message>
  <message>
   <source>What shows files could not be started on this computer. The file itself is kept as it came: save it instead, and tell application support.</source>
   <translation>Liitteiden näyttämistä ei saatu käyntiin tällä koneella. Tiedosto on tallessa sellaisena kuin se tuli: tallenna se ja kerro sovellustuelle.</translation>
  </message>
  <message>
   <source>{number} MB</source>
   <translation>{number} Mt</translation>
  </message>
  <message>
   <source>{number} kB</source>
   <translation>{number} kt</translation>
  </message>
  <message>
   <source>{whole}.{tenths}</source>
   <translation>{whole},{tenths}</translation>
  </message>
 </context>
 <context>
  <name>callbacks</name>
  <message>
   <source>All · {count}</source>
   <translation>Kaikki · {count}</translation>
  </message>
  <message>
   <source>Both attempts were in this half of the day. The last one must be at another time.</source>
   <translation>Molemmat yritykset olivat tämän saman puolipäivän aikana. Tee viimeinen muuhun aikaan.</translation>
  </message>
  <message>
   <source>Busy</source>
   <translation>Varattu</translation>
  </message>
  <message>
   <source>Called</source>
   <translation>Soitetut</translation>
  </message>
  <message>
   <source>Calling time of today {opens}–{closes}</source>
   <translation>Soittoaika tänään {opens}–{closes}</translation>
  </message>
  <message>
   <source>Calls are made on {when}.</source>
   <translation>Soitetaan {when}.</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>Kopioitu</translation>
  </message>
  <message>
   <source>Does not want a call</source>
   <translation>Ei halua puhelua</translation>
  </message>
  <message>
   <source>Handled today</source>
   <translation>Käsitelty tänään</translation>
  </message>
  <message>
   <source>Last attempt</source>
   <translation>Viimeinen yritys</translation>
  </message>
  <message>
   <source>Less than 60 minutes since the last attempt.</source>
   <translation>Edellisestä yrityksestä on alle 60 minuuttia.</translation>
  </message>
  <message>
   <source>Mine · {count}</source>
   <translation>Omat · {count}</translation>
  </message>
  <message>
   <source>No answer</source>
   <translation>Ei vastannut</translation>
  </message>
  <message>
   <source>Now · {count}</source>
   <translation>Nyt · {count}</translation>
  </message>
  <message>
   <source>Reached</source>
   <translation>Tavoitettu</translation>
  </message>
  <message>
   <source>The attempt was not recorded ({outcome}).</source>
   <translation>Yritystä ei kirjattu ({outcome}).</translation>
  </message>
  <message>
   <source>The callback request was not given back.</source>
   <translation>Soittopyyntöä ei vapautettu.</translation>
  </message>
  <message>
   <source>The callback request was not taken.</source>
   <translation>Soittopyyntöä ei otettu vastaan.</translation>
  </message>
  <message>
   <source>The customer has been tried three times.</source>
   <translation>Asiakasta on yritetty tavoittaa kolme kertaa.</translation>
  </message>
  <message>
   <source>The customer wished for another time of the day.</source>
   <translation>Asiakas toivoi soittoa muuhun aikaan päivästä.</translation>
  </message>
  <message>
   <source>The time that the customer has booked has not begun.</source>
   <translation>Asiakkaan varaama aika ei ole vielä alkanut.</translation>
  </message>
  <message>
   <source>To be called now · {count}</source>
   <translation>Nyt soitettavat · {count}</translation>
  </message>
  <message>
   <source>To call</source>
   <translation>Soitettavat</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Tänään</translation>
  </message>
  <message>
   <source>Tomorrow and later</source>
   <translation>Huomenna ja myöhemmin</translation>
  </message>
  <message>
   <source>Voicemail</source>
   <translation>Vastaaja</translation>
  </message>
  <message>
   <source>Wrong number</source>
   <translation>Väärä numero</translation>
  </message>
  <message>
   <source>any time</source>
   <translation>koska vain</translation>
  </message>
  <message>
   <source>at {clock}</source>
   <translation>klo {clock}</translation>
  </message>
  <message>
   <source>being taken…</source>
   <translation>otetaan vastaan…</translation>
  </message>
  <message>
   <source>booked {from_}–{until}</source>
   <translation>varattu {from_}–{until}</translation>
  </message>
  <message>
   <source>closes {day}</source>
   <translation>päättyy {day}</translation>
  </message>
  <message>
   <source>did not want a call</source>
   <translation>ei halunnut puhelua</translation>
  </message>
  <message>
   <source>free</source>
   <translation>vapaa</translation>
  </message>
  <message>
   <source>late, {day}</source>
   <translation>myöhässä, {day}</translation>
  </message>
  <message>
   <source>not in time, closed</source>
   <translation>ei ehditty, päättyi</translation>
  </message>
  <message>
   <source>not reached</source>
   <translation>ei tavoitettu</translation>
  </message>
  <message>
   <source>not reached, closed</source>
   <translation>ei tavoitettu, päättyi</translation>
  </message>
  <message>
   <source>now</source>
   <translation>nyt</translation>
  </message>
  <message>
   <source>now {clock}</source>
   <translation>nyt {clock}</translation>
  </message>
  <message>
   <source>reached</source>
   <translation>tavoitettu</translation>
  </message>
  <message>
   <source>taken back by the customer</source>
   <translation>asiakas perui</translation>
  </message>
  <message>
   <source>working days {hours}</source>
   <translation>arkisin {hours}</translation>
  </message>
  <message>
   <source>wrong number, closed</source>
   <translation>väärä numero, päättyi</translation>
  </message>
  <message>
   <source>you called: what came of it?</source>
   <translation>soitit: mitä siitä tuli?</translation>
  </message>
  <message>
   <source>yours</source>
   <translation>sinulla</translation>
  </message>
  <message>
   <source>{from}–{until}</source>
   <translation>klo {from}–{until}</translation>
  </message>
  <message>
   <source>{phone}, {topic}, {language}, attempts {used}, wish {wish}, {due}, {hand}</source>
   <translation>{phone}, {topic}, {language}, yrityksiä {used}, toive {wish}, {due}, {hand}</translation>
  </message>
 </context>
 <context>
  <name>canned</name>
  <message>
   <source>only in: {language}</source>
   <translation>vain: {language}</translation>
  </message>
  <message>
   <source>{answer}, {number} of {count}</source>
   <translation>{answer}, {number} / {count}</translation>
  </message>
 </context>
 <context>
  <name>consent</name>
  <message>
   <source>Asked at {clock}: {scope}. She has not answered yet.</source>
   <translation>Kysytty klo {clock}: {scope}. Asiakas ei ole vielä vastannut.</translation>
  </message>
  <message>
   <source>Given at {clock}: {scope}. She can take it back until somebody there opens it.</source>
   <translation>Annettu klo {clock}: {scope}. Asiakas voi perua luvan, kunnes vastaanottaja avaa keskustelun.</translation>
  </message>
  <message>
   <source>Her permission is needed: this queue keeps another record. She is asked on her page, and you go on talking meanwhile.</source>
   <translation>Tarvitaan asiakkaan lupa: jono kuuluu eri rekisteriin. Lupaa kysytään asiakkaan sivulla, ja keskustelu jatkuu sillä välin.</translation>
  </message>
  <message>
   <source>It was used at {clock}. Ask for it anew.</source>
   <translation>Lupa on käytetty klo {clock}. Kysy uudelleen.</translation>
  </message>
  <message>
   <source>Nothing is transferred there; go on here.</source>
   <translation>Sinne ei siirretä mitään. Jatka tässä.</translation>
  </message>
  <message>
   <source>Nothing was transferred; go on here.</source>
   <translation>Mitään ei siirretty. Jatka tässä.</translation>
  </message>
  <message>
   <source>Permission given: {where}, {scope}.</source>
   <translation>Lupa annettu: {where}, {scope}.</translation>
  </message>
  <message>
   <source>Permission to transfer asked for: {where}.</source>
   <translation>Lupaa siirtoon kysytään: {where}.</translation>
  </message>
  <message>
   <source>She answers on her page. Go on talking.</source>
   <translation>Asiakas vastaa sivullaan. Jatka keskustelua.</translation>
  </message>
  <message>
   <source>She did not give it at {clock}. The conversation goes on here.</source>
   <translation>Asiakas ei antanut lupaa klo {clock}. Keskustelu jatkuu tässä.</translation>
  </message>
  <message>
   <source>She took it back at {clock}. The conversation goes on here.</source>
   <translation>Asiakas perui luvan klo {clock}. Keskustelu jatkuu tässä.</translation>
  </message>
  <message>
   <source>The customer did not give permission: {where}.</source>
   <translation>Asiakas ei antanut lupaa siirtoon: {where}.</translation>
  </message>
  <message>
   <source>The customer took her permission back: {where}.</source>
   <translation>Asiakas perui luvan siirtoon: {where}.</translation>
  </message>
  <message>
   <source>Transfer…</source>
   <translation>Siirrä…</translation>
  </message>
  <message>
   <source>asked {clock}</source>
   <translation>kysytty {clock}</translation>
  </message>
  <message>
   <source>asked {clock}, then anew</source>
   <translation>kysytty {clock}, sitten uudelleen</translation>
  </message>
  <message>
   <source>counsellor</source>
   <translation>neuvoja</translation>
  </message>
  <message>
   <source>customer</source>
   <translation>asiakas</translation>
  </message>
  <message>
   <source>from message {number} on</source>
   <translation>viestistä {number} alkaen</translation>
  </message>
  <message>
   <source>from the message of {clock} on</source>
   <translation>klo {clock} viestistä alkaen</translation>
  </message>
  <message>
   <source>given {clock}</source>
   <translation>annettu {clock}</translation>
  </message>
  <message>
   <source>moved {clock}</source>
   <translation>siirtynyt {clock}</translation>
  </message>
  <message>
   <source>not given {clock}</source>
   <translation>ei annettu {clock}</translation>
  </message>
  <message>
   <source>opened {clock}</source>
   <translation>avattu {clock}</translation>
  </message>
  <message>
   <source>taken back {clock}</source>
   <translation>peruttu {clock}</translation>
  </message>
  <message>
   <source>the whole conversation</source>
   <translation>koko keskustelu</translation>
  </message>
 </context>
 <context>
  <name>consultations</name>
  <message numerus="yes">
   <source>%n working day(s)</source>
   <translation>
    <numerusform>%n arkipäivä</numerusform>
    <numerusform>%n arkipäivää</numerusform>
   </translation>
  </message>
  <message>
   <source>Answer at the latest {when}</source>
   <translation>Vastaus viimeistään {when}</translation>
  </message>
  <message>
   <source>Asked by us</source>
   <translation>Me kysyimme</translation>
  </message>
  <message>
   <source>Asked of us</source>
   <translation>Meiltä kysytty</translation>
  </message>
  <message>
   <source>Counsellor</source>
   <translation>Neuvoja</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Asiakas</translation>
  </message>
  <message>
   <source>Ended · {count}</source>
   <translation>Päättyneet · {count}</translation>
  </message>
  <message>
   <source>Late · {count}</source>
   <translation>Myöhässä · {count}</translation>
  </message>
  <message>
   <source>Late: an answer was promised by {when}</source>
   <translation>Myöhässä: vastaus luvattiin viimeistään {when}</translation>
  </message>
  <message>
   <source>Nobody answered</source>
   <translation>Ei vastattu</translation>
  </message>
  <message>
   <source>Open · {count}</source>
   <translation>Avoimet · {count}</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Palvelu</translation>
  </message>
  <message>
   <source>The matter goes on</source>
   <translation>Asia jatkuu</translation>
  </message>
  <message>
   <source>The matter was settled</source>
   <translation>Asia selvisi</translation>
  </message>
  <message>
   <source>Urgent: call whoever is on call, {number}</source>
   <translation>Kiireellinen: soita päivystäjälle, {number}</translation>
  </message>
  <message>
   <source>You</source>
   <translation>Sinä</translation>
  </message>
  <message>
   <source>answer</source>
   <translation>vastaus</translation>
  </message>
  <message>
   <source>answered</source>
   <translation>vastattu</translation>
  </message>
  <message>
   <source>answered late</source>
   <translation>vastattu myöhässä</translation>
  </message>
  <message>
   <source>answered, promise kept</source>
   <translation>vastattu, lupaus pidetty</translation>
  </message>
  <message numerus="yes">
   <source>answers within %n working day(s)</source>
   <translation>
    <numerusform>vastaa %n arkipäivässä</numerusform>
    <numerusform>vastaa %n arkipäivässä</numerusform>
   </translation>
  </message>
  <message>
   <source>asked {when}</source>
   <translation>saapui {when}</translation>
  </message>
  <message>
   <source>asks back</source>
   <translation>tarkentava kysymys</translation>
  </message>
  <message>
   <source>being sent…</source>
   <translation>lähetetään…</translation>
  </message>
  <message>
   <source>call</source>
   <translation>puhelu</translation>
  </message>
  <message>
   <source>closed</source>
   <translation>päätetty</translation>
  </message>
  <message>
   <source>late</source>
   <translation>myöhässä</translation>
  </message>
  <message>
   <source>late, the supervisors have been told</source>
   <translation>myöhässä, esihenkilöille kerrottu</translation>
  </message>
  <message>
   <source>nobody yet</source>
   <translation>ei vielä kenelläkään</translation>
  </message>
  <message>
   <source>not settled yet</source>
   <translation>ei vielä selvinnyt</translation>
  </message>
  <message>
   <source>on time</source>
   <translation>ajallaan</translation>
  </message>
  <message>
   <source>outside</source>
   <translation>ulkopuolinen</translation>
  </message>
  <message>
   <source>pressing</source>
   <translation>kiireinen</translation>
  </message>
  <message>
   <source>question</source>
   <translation>kysymys</translation>
  </message>
  <message>
   <source>somebody is on call</source>
   <translation>päivystäjä tavoitettavissa</translation>
  </message>
  <message>
   <source>taking long</source>
   <translation>pitkittyy</translation>
  </message>
  <message>
   <source>the supervisors have been told</source>
   <translation>esihenkilöille kerrottu</translation>
  </message>
  <message>
   <source>today at {clock}</source>
   <translation>tänään klo {clock}</translation>
  </message>
  <message>
   <source>under way…</source>
   <translation>käsitellään…</translation>
  </message>
  <message>
   <source>urgent: by phone</source>
   <translation>kiireellinen: puhelimitse</translation>
  </message>
  <message>
   <source>withdrawn</source>
   <translation>peruttu</translation>
  </message>
  <message>
   <source>working time left {time}</source>
   <translation>työaikaa jäljellä {time}</translation>
  </message>
  <message>
   <source>yours</source>
   <translation>sinulla</translation>
  </message>
  <message>
   <source>{hours} h {minutes} min</source>
   <translation>{hours} h {minutes} min</translation>
  </message>
  <message>
   <source>{minutes} min</source>
   <translation>{minutes} min</translation>
  </message>
  <message>
   <source>{subject}, from {asking} to {asked}, {when}, {state}, {hand}</source>
   <translation>{subject}, kysyy {asking}, vastaa {asked}, {when}, {state}, {hand}</translation>
  </message>
  <message>
   <source>{weekday} by 16.00</source>
   <translation>{weekday} klo 16.00</translation>
  </message>
  <message>
   <source>{weekday} · day 0</source>
   <translation>{weekday} · päivä 0</translation>
  </message>
  <message>
   <source>{weekday} · not counted</source>
   <translation>{weekday} · ei lasketa</translation>
  </message>
  <message>
   <source>{word}, less than {share} % of working time used</source>
   <translation>{word}, alle {share} % työajasta käytetty</translation>
  </message>
  <message>
   <source>{word}, over {share} %</source>
   <translation>{word}, yli {share} %</translation>
  </message>
  <message>
   <source>{word}, over {share} % · late ones go to the supervisors</source>
   <translation>{word}, yli {share} % · myöhästyneet esihenkilöille</translation>
  </message>
 </context>
 <context>
  <name>conversation</name>
  <message numerus="yes">
   <source>%n message(s) could not leave in time. The situation may have changed.</source>
   <translation>
    <numerusform>%n viesti ei päässyt lähtemään ajoissa. Tilanne on voinut muuttua.</numerusform>
    <numerusform>%n viestiä ei päässyt lähtemään ajoissa. Tilanne on voinut muuttua.</numerusform>
   </translation>
  </message>
  <message>
   <source>Back to draft</source>
   <translation>Palauta luonnokseksi</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Peruuta</translation>
  </message>
  <message>
   <source>Do not end it</source>
   <translation>Älä lopeta</translation>
  </message>
  <message>
   <source>End the conversation</source>
   <translation>Päätä keskustelu</translation>
  </message>
  <message>
   <source>End the conversation with customer {alias}?</source>
   <translation>Päätetäänkö keskustelu asiakkaan {alias} kanssa?</translation>
  </message>
  <message>
   <source>I have read it</source>
   <translation>Selvä</translation>
  </message>
  <message>
   <source>It leaves your tabs and makes room for another.</source>
   <translation>Se poistuu välilehdistäsi ja tekee tilaa seuraavalle.</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Lähetä</translation>
  </message>
  <message>
   <source>Shall it still be sent?</source>
   <translation>Lähetetäänkö vielä?</translation>
  </message>
  <message>
   <source>Shall the conversation still be ended?</source>
   <translation>Lopetetaanko keskustelu vielä?</translation>
  </message>
  <message>
   <source>The conversation has ended</source>
   <translation>Keskustelu on päättynyt</translation>
  </message>
  <message>
   <source>The customer has ended the conversation</source>
   <translation>Asiakas on päättänyt keskustelun</translation>
  </message>
  <message>
   <source>The customer sees that it has ended and cannot write any more.</source>
   <translation>Asiakas näkee, että keskustelu on päättynyt, eikä voi enää kirjoittaa.</translation>
  </message>
  <message>
   <source>The ending could not leave in time. The situation may have changed.</source>
   <translation>Lopetus ei päässyt lähtemään ajoissa. Tilanne on voinut muuttua.</translation>
  </message>
  <message>
   <source>The message was not sent.</source>
   <translation>Viestiä ei lähetetty.</translation>
  </message>
  <message>
   <source>The text below has not been sent. It is kept for you and can be copied afterwards.</source>
   <translation>Alla olevaa tekstiä ei ole lähetetty. Se jää sinulle talteen, ja voit kopioida sen päättämisen jälkeen.</translation>
  </message>
  <message>
   <source>The text is kept as a draft below: change it, send it again or copy it.</source>
   <translation>Teksti on tallessa luonnoksena alla: voit muuttaa sitä, lähettää sen uudelleen tai kopioida sen.</translation>
  </message>
  <message>
   <source>The text is kept as a draft below: copy it if it is still needed.</source>
   <translation>Teksti on tallessa luonnoksena alla: kopioi se, jos sitä vielä tarvitaan.</translation>
  </message>
  <message>
   <source>wrap-up missing</source>
   <translation>päättäminen kesken</translation>
  </message>
 </context>
 <context>
  <name>departed</name>
  <message>
   <source>Agreed message</source>
   <translation>Sovittu viesti</translation>
  </message>
  <message>
   <source>Call for help</source>
   <translation>Avunpyyntö</translation>
  </message>
  <message>
   <source>Close the tab</source>
   <translation>Sulje välilehti</translation>
  </message>
  <message>
   <source>Copy the text</source>
   <translation>Kopioi teksti</translation>
  </message>
  <message>
   <source>Customer {alias} is no longer yours.</source>
   <translation>Asiakas {alias} ei ole enää sinulla.</translation>
  </message>
  <message>
   <source>Customer {alias} returned to the queue {queue} while you were away.</source>
   <translation>Asiakas {alias} palasi jonoon {queue}, kun olit poissa.</translation>
  </message>
  <message>
   <source>Customer {alias} was transferred to {name}.</source>
   <translation>Asiakas {alias} siirtyi toiselle neuvojalle: {name}.</translation>
  </message>
  <message>
   <source>Customer {alias} was transferred to {queue}.</source>
   <translation>Asiakas {alias} siirrettiin jonoon {queue}.</translation>
  </message>
  <message>
   <source>Detail of pre-information</source>
   <translation>Esitietojen tarkennus</translation>
  </message>
  <message>
   <source>Internal message</source>
   <translation>Sisäinen viesti</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Muistiinpano</translation>
  </message>
  <message>
   <source>Notes of the wrap-up</source>
   <translation>Päättämisen muistiinpanot</translation>
  </message>
  <message>
   <source>Nothing of yours was left unsent.</source>
   <translation>Sinulta ei jäänyt mitään lähettämättä.</translation>
  </message>
  <message>
   <source>The conversation with customer {alias}, to which you came to help, has ended or moved.</source>
   <translation>Asiakkaan {alias} keskustelu, johon tulit avuksi, on päättynyt tai siirtynyt.</translation>
  </message>
  <message>
   <source>The text below was not sent to anybody. Copy it if it is needed; it stays a draft when you close the tab.</source>
   <translation>Alla olevaa tekstiä ei ole lähetetty kenellekään. Kopioi se, jos sitä tarvitaan; se jää luonnokseksi, kun suljet välilehden.</translation>
  </message>
  <message>
   <source>You returned customer {alias} to the queue {queue}.</source>
   <translation>Palautit asiakkaan {alias} jonoon {queue}.</translation>
  </message>
  <message>
   <source>help is over</source>
   <translation>apu päättyi</translation>
  </message>
  <message>
   <source>not yours</source>
   <translation>ei sinulla</translation>
  </message>
  <message>
   <source>transferred</source>
   <translation>siirretty</translation>
  </message>
  <message>
   <source>{name} goes on alone with customer {alias}, to whom you came to help.</source>
   <translation>{name} jatkaa yksin asiakkaan {alias} kanssa. Olit tullut avuksi.</translation>
  </message>
  <message>
   <source>{name} has taken over customer {alias}.</source>
   <translation>{name} on ottanut asiakkaan {alias}.</translation>
  </message>
 </context>
 <context>
  <name>guard</name>
  <message>
   <source>Ask to identify</source>
   <translation>Pyydä tunnistautumaan</translation>
  </message>
  <message>
   <source>Ask to identify, or guide to a call or a callback request.</source>
   <translation>Pyydä tunnistautumaan tai ohjaa soittamaan tai jättämään soittopyyntö.</translation>
  </message>
  <message>
   <source>Guide to a call or a callback request.</source>
   <translation>Ohjaa soittamaan tai jättämään soittopyyntö.</translation>
  </message>
  <message>
   <source>Send anyway</source>
   <translation>Lähetä silti</translation>
  </message>
  <message>
   <source>The customer is anonymous: advice is general here.</source>
   <translation>Asiakas on nimetön: täällä neuvotaan yleisesti.</translation>
  </message>
  <message>
   <source>This seems to ask for {things}.</source>
   <translation>Viesti näyttää kysyvän {things}.</translation>
  </message>
  <message>
   <source>This seems to be about the customer's own case.</source>
   <translation>Viesti näyttää koskevan asiakkaan omaa asiaa.</translation>
  </message>
  <message>
   <source>a case or diary number</source>
   <translation>asia- tai diaarinumeroa</translation>
  </message>
  <message>
   <source>a date of birth</source>
   <translation>syntymäaikaa</translation>
  </message>
  <message>
   <source>a name</source>
   <translation>nimeä</translation>
  </message>
  <message>
   <source>a phone number</source>
   <translation>puhelinnumeroa</translation>
  </message>
  <message>
   <source>an account number</source>
   <translation>tilinumeroa</translation>
  </message>
  <message>
   <source>an address</source>
   <translation>osoitetta</translation>
  </message>
  <message>
   <source>an e-mail address</source>
   <translation>sähköpostiosoitetta</translation>
  </message>
  <message>
   <source>an identity code</source>
   <translation>henkilötunnusta</translation>
  </message>
  <message>
   <source>{first} and {last}</source>
   <translation>{first} ja {last}</translation>
  </message>
 </context>
 <context>
  <name>handbook</name>
  <message>
   <source>Help with the program</source>
   <translation>Apua ohjelman käyttöön</translation>
  </message>
  <message>
   <source>Instruction</source>
   <translation>Ohje</translation>
  </message>
  <message>
   <source>Process</source>
   <translation>Menettely</translation>
  </message>
  <message>
   <source>Responsibility</source>
   <translation>Vastuu</translation>
  </message>
  <message>
   <source>Support</source>
   <translation>Tuki</translation>
  </message>
  <message>
   <source>Who takes what</source>
   <translation>Mikä kuuluu kenelle</translation>
  </message>
  <message>
   <source>all queues</source>
   <translation>kaikki jonot</translation>
  </message>
  <message>
   <source>another queue</source>
   <translation>muu jono</translation>
  </message>
 </context>
 <context>
  <name>help</name>
  <message>
   <source>Cancel</source>
   <translation>Peruuta</translation>
  </message>
  <message>
   <source>Customer {alias}</source>
   <translation>Asiakas {alias}</translation>
  </message>
  <message>
   <source>Go on alone</source>
   <translation>Jatka yksin</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Poistu</translation>
  </message>
  <message numerus="yes">
   <source>Nobody answers the customer. After %n minute(s) she goes back to the queue.</source>
   <translation>
    <numerusform>Kukaan ei vastaa asiakkaalle. Hän palaa jonoon, kun katkos on kestänyt %n minuutin.</numerusform>
    <numerusform>Kukaan ei vastaa asiakkaalle. Hän palaa jonoon, kun katkos on kestänyt %n minuuttia.</numerusform>
   </translation>
  </message>
  <message>
   <source>Nobody has answered yet. You answer the customer meanwhile.</source>
   <translation>Kukaan ei ole vielä vastannut. Sinä vastaat asiakkaalle sillä välin.</translation>
  </message>
  <message>
   <source>Responsibility moves to you at once. The customer is told that another adviser goes on. What {name} has not sent is kept for her.</source>
   <translation>Vastuu siirtyy sinulle heti. Asiakkaalle kerrotaan, että toinen neuvoja jatkaa. Mitä {name} ei ole lähettänyt, säilyy hänellä.</translation>
  </message>
  <message>
   <source>Take over</source>
   <translation>Ota vastuu</translation>
  </message>
  <message>
   <source>Take over customer {alias} from {name}?</source>
   <translation>Otatko vastuun asiakkaasta {alias}? Nyt vastuussa: {name}.</translation>
  </message>
  <message>
   <source>Take over…</source>
   <translation>Ota vastuu…</translation>
  </message>
  <message>
   <source>The customer knows that there are two. Help by notes, or take over to write to the customer.</source>
   <translation>Asiakas tietää, että teitä on kaksi. Auta muistiinpanoilla, tai ota vastuu, jos haluat kirjoittaa asiakkaalle.</translation>
  </message>
  <message>
   <source>The line of {name} is away</source>
   <translation>{name}: yhteys on poikki</translation>
  </message>
  <message>
   <source>The supervisors were called at {clock}.</source>
   <translation>Esihenkilöt kutsuttiin klo {clock}.</translation>
  </message>
  <message>
   <source>Withdraw the call</source>
   <translation>Peru kutsu</translation>
  </message>
  <message>
   <source>You answer the customer until she takes over. Then it is told here.</source>
   <translation>Sinä vastaat asiakkaalle, kunnes hän ottaa vastuun. Siitä kerrotaan tässä.</translation>
  </message>
  <message>
   <source>You answer the customer, who knows that there are two. Her notes stand in the conversation.</source>
   <translation>Sinä vastaat asiakkaalle, ja hän tietää teidän olevan kaksi. Esihenkilön muistiinpanot näkyvät keskustelussa.</translation>
  </message>
  <message>
   <source>You answer the customer. The call ends by itself.</source>
   <translation>Sinä vastaat asiakkaalle. Kutsu päättyy itsestään.</translation>
  </message>
  <message>
   <source>You read along. {name} answers the customer.</source>
   <translation>Olet mukana. {name} vastaa asiakkaalle.</translation>
  </message>
  <message>
   <source>Your line was away; the supervisors were told at {clock}.</source>
   <translation>Yhteytesi oli poikki; esihenkilöille kerrottiin klo {clock}.</translation>
  </message>
  <message>
   <source>language help: English</source>
   <translation>kielimuuri: englanti</translation>
  </message>
  <message>
   <source>language help: Swedish</source>
   <translation>kielimuuri: ruotsi</translation>
  </message>
  <message>
   <source>language help: interpreter</source>
   <translation>kielimuuri: tulkki</translation>
  </message>
  <message>
   <source>nobody has answered yet</source>
   <translation>kukaan ei ole vielä vastannut</translation>
  </message>
  <message>
   <source>you have said that you come</source>
   <translation>olet luvannut tulla avuksi</translation>
  </message>
  <message>
   <source>you read along</source>
   <translation>olet mukana keskustelussa</translation>
  </message>
  <message>
   <source>{name} asks for an interpreter</source>
   <translation>{name} pyytää tulkkia</translation>
  </message>
  <message>
   <source>{name} asks for somebody who writes English</source>
   <translation>{name} pyytää englantia kirjoittavaa avuksi</translation>
  </message>
  <message>
   <source>{name} asks for somebody who writes Swedish</source>
   <translation>{name} pyytää ruotsia kirjoittavaa avuksi</translation>
  </message>
  <message>
   <source>{name} calls for help</source>
   <translation>{name} pyytää apua</translation>
  </message>
  <message>
   <source>{name} comes to help.</source>
   <translation>{name} tulee avuksi.</translation>
  </message>
  <message>
   <source>{name} is in a problem situation</source>
   <translation>{name} on ongelmatilanteessa</translation>
  </message>
  <message>
   <source>{name} reads along.</source>
   <translation>{name} on mukana keskustelussa.</translation>
  </message>
 </context>
 <context>
  <name>identity</name>
  <message>
   <source>Asked to identify at {clock}; the chat goes on.</source>
   <translation>Pyydetty tunnistautumaan klo {clock}; keskustelu jatkuu.</translation>
  </message>
  <message>
   <source>Asking the customer to identify…</source>
   <translation>Pyydetään asiakasta tunnistautumaan…</translation>
  </message>
  <message>
   <source>Did not want to identify ({clock}).</source>
   <translation>Ei halunnut tunnistautua ({clock}).</translation>
  </message>
  <message>
   <source>The customer has identified: {name}</source>
   <translation>Asiakas on tunnistautunut: {name}</translation>
  </message>
  <message>
   <source>The customer is identified from here on</source>
   <translation>Asiakas on tunnistautunut tästä eteenpäin</translation>
  </message>
  <message>
   <source>earlier messages join her record</source>
   <translation>aiemmat viestit liitetään hänen tietoihinsa</translation>
  </message>
  <message>
   <source>earlier messages stay anonymous</source>
   <translation>aiemmat viestit jäävät nimettömiksi</translation>
  </message>
  <message>
   <source>earlier messages stay anonymous until she decides</source>
   <translation>aiemmat viestit ovat nimettömiä, kunnes asiakas päättää</translation>
  </message>
  <message>
   <source>strongly · {clock}</source>
   <translation>vahvasti · {clock}</translation>
  </message>
  <message>
   <source>strongly, level high · {clock}</source>
   <translation>vahvasti, korkea taso · {clock}</translation>
  </message>
 </context>
 <context>
  <name>keys</name>
  <message>
   <source>Break the line</source>
   <translation>Vaihda riviä</translation>
  </message>
  <message>
   <source>Callback requests</source>
   <translation>Soittopyynnöt</translation>
  </message>
  <message>
   <source>Canned answers, at the start of a word</source>
   <translation>Vastauspohjat, sanan alussa</translation>
  </message>
  <message>
   <source>Choose the contact reason</source>
   <translation>Valitse yhteydenoton syy</translation>
  </message>
  <message>
   <source>Choose the outcome</source>
   <translation>Valitse lopputulos</translation>
  </message>
  <message>
   <source>Choose what came of the call</source>
   <translation>Valitse, mitä soitosta tuli</translation>
  </message>
  <message>
   <source>Earlier and later messages</source>
   <translation>Aiemmat ja myöhemmät viestit</translation>
  </message>
  <message>
   <source>Finish the wrap-up</source>
   <translation>Päätä</translation>
  </message>
  <message>
   <source>Lists and searches</source>
   <translation>Luettelot ja haut</translation>
  </message>
  <message>
   <source>One more contact reason, before its number</source>
   <translation>Toinen yhteydenoton syy, ennen sen numeroa</translation>
  </message>
  <message>
   <source>Put the chosen canned answer in</source>
   <translation>Lisää valittu vastauspohja</translation>
  </message>
  <message>
   <source>Send a long message in parts</source>
   <translation>Lähetä pitkä viesti osissa</translation>
  </message>
  <message>
   <source>Send the message</source>
   <translation>Lähetä viesti</translation>
  </message>
  <message>
   <source>Take the chosen customer or callback request</source>
   <translation>Ota valittu asiakas tai soittopyyntö</translation>
  </message>
  <message>
   <source>Take the sent message back</source>
   <translation>Peru lähetys</translation>
  </message>
  <message>
   <source>Tick or choose the row</source>
   <translation>Merkitse tai valitse rivi</translation>
  </message>
  <message>
   <source>To the next or previous blank of a canned answer</source>
   <translation>Vastauspohjan seuraavaan tai edelliseen täydennettävään kohtaan</translation>
  </message>
  <message>
   <source>Walk through the rows, also from the search</source>
   <translation>Kulje riveillä, myös hakukentästä</translation>
  </message>
  <message>
   <source>Wrap-up</source>
   <translation>Päättäminen</translation>
  </message>
  <message>
   <source>Writing</source>
   <translation>Kirjoittaminen</translation>
  </message>
 </context>
 <context>
  <name>link</name>
  <message numerus="yes">
   <source>%n message(s) that waited are leaving.</source>
   <translation>
    <numerusform>%n odottanut viesti on lähdössä.</numerusform>
    <numerusform>%n odottanutta viestiä on lähdössä.</numerusform>
   </translation>
  </message>
  <message>
   <source>I have read it</source>
   <translation>Selvä</translation>
  </message>
  <message>
   <source>Queues and conversations are up to date.</source>
   <translation>Jonot ja keskustelut ovat ajan tasalla.</translation>
  </message>
  <message>
   <source>Reconnecting, attempt {number}.</source>
   <translation>Yhdistetään uudelleen, yritys {number}.</translation>
  </message>
  <message>
   <source>The connection came back at {clock}.</source>
   <translation>Yhteys palasi klo {clock}.</translation>
  </message>
  <message>
   <source>The connection was lost at {clock}.</source>
   <translation>Yhteys katkesi klo {clock}.</translation>
  </message>
  <message>
   <source>The queues show how things were at {clock}.</source>
   <translation>Jonot näyttävät tilanteen klo {clock}.</translation>
  </message>
  <message>
   <source>Try now</source>
   <translation>Yritä nyt</translation>
  </message>
  <message>
   <source>You can go on writing. Messages leave by themselves when the connection is back.</source>
   <translation>Voit jatkaa kirjoittamista. Viestit lähtevät itsestään, kun yhteys palaa.</translation>
  </message>
  <message numerus="yes">
   <source>Your drafts and %n unsent message(s) are kept on this computer.</source>
   <translation>
    <numerusform>Luonnoksesi ja %n lähettämätön viesti ovat tallessa tällä koneella.</numerusform>
    <numerusform>Luonnoksesi ja %n lähettämätöntä viestiä ovat tallessa tällä koneella.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Your drafts and %n unsent message(s) are kept while the program is open.</source>
   <translation>
    <numerusform>Luonnoksesi ja %n lähettämätön viesti ovat tallessa niin kauan kuin ohjelma on auki.</numerusform>
    <numerusform>Luonnoksesi ja %n lähettämätöntä viestiä ovat tallessa niin kauan kuin ohjelma on auki.</numerusform>
   </translation>
  </message>
  <message>
   <source>Your drafts are kept on this computer.</source>
   <translation>Luonnoksesi ovat tallessa tällä koneella.</translation>
  </message>
  <message>
   <source>Your drafts are kept while the program is open.</source>
   <translation>Luonnoksesi ovat tallessa niin kauan kuin ohjelma on auki.</translation>
  </message>
  <message>
   <source>next in {seconds} s</source>
   <translation>seuraava {seconds} s</translation>
  </message>
 </context>
 <context>
  <name>marks</name>
  <message>
   <source>language barrier</source>
   <translation>kielimuuri</translation>
  </message>
  <message>
   <source>possible crisis</source>
   <translation>mahdollinen kriisi</translation>
  </message>
  <message>
   <source>possible threat</source>
   <translation>mahdollinen uhka</translation>
  </message>
 </context>
 <context>
  <name>memory_only</name>
  <message>
   <source>Close the other Vuoro. Then send or copy what you have written here, and sign out and in again.</source>
   <translation>Sulje toinen Vuoro. Lähetä tai kopioi sitten tähän kirjoittamasi ja kirjaudu ulos ja uudelleen sisään.</translation>
  </message>
  <message>
   <source>Drafts are not kept on this computer.</source>
   <translation>Luonnokset eivät tallennu tälle koneelle.</translation>
  </message>
  <message>
   <source>I have read it</source>
   <translation>Selvä</translation>
  </message>
  <message>
   <source>It was put aside, nothing was deleted, and a fresh one was begun. Drafts and unsent messages from before are not here. If you miss something, tell application support.</source>
   <translation>Se siirrettiin syrjään, mitään ei poistettu, ja uusi tiedosto aloitettiin. Aiemmat luonnokset ja lähettämättömät viestit eivät ole täällä. Jos kaipaat jotain, kerro siitä sovellustukeen.</translation>
  </message>
  <message>
   <source>Make room or tell application support. Keeping begins again by itself when there is room.</source>
   <translation>Vapauta tilaa tai kerro tästä sovellustukeen. Tallennus jatkuu itsestään, kun tilaa on.</translation>
  </message>
  <message>
   <source>Make room or tell application support. Then send or copy what you have written, and sign out and in again.</source>
   <translation>Vapauta tilaa tai kerro tästä sovellustukeen. Lähetä tai kopioi sitten kirjoittamasi ja kirjaudu ulos ja uudelleen sisään.</translation>
  </message>
  <message>
   <source>Send or copy what you have written, sign out and in again, and open the keyring when you are asked to.</source>
   <translation>Lähetä tai kopioi kirjoittamasi, kirjaudu ulos ja uudelleen sisään ja avaa avainnippu, kun sitä pyydetään.</translation>
  </message>
  <message>
   <source>Send or copy what you have written, then sign out and in again. If that does not help, tell application support.</source>
   <translation>Lähetä tai kopioi kirjoittamasi ja kirjaudu ulos ja uudelleen sisään. Jos se ei auta, kerro tästä sovellustukeen.</translation>
  </message>
  <message>
   <source>Send or copy what you have written, then sign out and in again: a fresh file is begun. Tell application support.</source>
   <translation>Lähetä tai kopioi kirjoittamasi ja kirjaudu ulos ja uudelleen sisään, niin uusi tiedosto aloitetaan. Kerro tästä sovellustukeen.</translation>
  </message>
  <message>
   <source>Tell application support. Keeping begins again by itself when the disk works.</source>
   <translation>Kerro tästä sovellustukeen. Tallennus jatkuu itsestään, kun levy toimii.</translation>
  </message>
  <message>
   <source>The disk of this computer cannot be used.</source>
   <translation>Koneen levyä ei voi käyttää.</translation>
  </message>
  <message>
   <source>The disk of this computer is full.</source>
   <translation>Koneen levy on täynnä.</translation>
  </message>
  <message>
   <source>The keyring of this computer did not answer.</source>
   <translation>Koneen avainnippu ei vastannut.</translation>
  </message>
  <message>
   <source>The keyring of this computer does not work.</source>
   <translation>Koneen avainnippu ei toimi.</translation>
  </message>
  <message>
   <source>The keyring of this computer is locked.</source>
   <translation>Koneen avainnippu on lukittu.</translation>
  </message>
  <message>
   <source>This computer has no keyring that Vuoro trusts with the key of your file.</source>
   <translation>Koneessa ei ole luotettavaa avainnippua, jossa tiedostosi avain voisi olla.</translation>
  </message>
  <message>
   <source>Unsent text lives only while the program is open.</source>
   <translation>Lähettämätön teksti säilyy vain niin kauan kuin ohjelma on auki.</translation>
  </message>
  <message>
   <source>Vuoro may not write to the disk of this computer.</source>
   <translation>Vuoro ei saa kirjoittaa koneen levylle.</translation>
  </message>
  <message>
   <source>You can work as usual. Tell application support.</source>
   <translation>Voit työskennellä tavalliseen tapaan. Kerro tästä sovellustukeen.</translation>
  </message>
  <message>
   <source>Your earlier drafts are safe in the file. Ask application support to update this Vuoro.</source>
   <translation>Aiemmat luonnoksesi ovat tallessa tiedostossa. Pyydä sovellustukea päivittämään tämä Vuoro.</translation>
  </message>
  <message>
   <source>Your earlier file on this computer could not be read.</source>
   <translation>Aiempaa tiedostoasi tällä koneella ei voitu lukea.</translation>
  </message>
  <message>
   <source>Your file could not be read and was put aside.</source>
   <translation>Tiedostoasi ei voitu lukea, ja se siirrettiin syrjään.</translation>
  </message>
  <message>
   <source>Your file is already open in another Vuoro on this computer.</source>
   <translation>Tiedostosi on jo auki toisessa Vuorossa tällä koneella.</translation>
  </message>
  <message>
   <source>Your file was written by a newer Vuoro than this one.</source>
   <translation>Tiedostosi on tallennettu tätä uudemmalla Vuorolla.</translation>
  </message>
 </context>
 <context>
  <name>messages</name>
  <message>
   <source>Answered</source>
   <translation>Vastattu</translation>
  </message>
  <message>
   <source>Answered. The customer can write again.</source>
   <translation>Vastattu. Asiakas voi kirjoittaa uudelleen.</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>Myöhässä</translation>
  </message>
  <message>
   <source>Late: an answer was promised by {when}</source>
   <translation>Myöhässä: vastaus luvattiin viimeistään {when}</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Myöhemmin</translation>
  </message>
  <message>
   <source>Promise: answer at the latest {when}</source>
   <translation>Palvelulupaus: vastaa viimeistään {when}</translation>
  </message>
  <message>
   <source>Sent as agreed. The customer can answer until {when}; then it closes.</source>
   <translation>Lähetetty sovitusti. Asiakas voi vastata {when} saakka; sitten viesti sulkeutuu.</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Tänään</translation>
  </message>
  <message>
   <source>being taken…</source>
   <translation>otetaan vastaan…</translation>
  </message>
  <message>
   <source>came {when}</source>
   <translation>tuli {when}</translation>
  </message>
  <message>
   <source>late</source>
   <translation>myöhässä</translation>
  </message>
  <message>
   <source>sent to the customer</source>
   <translation>lähetetty asiakkaalle</translation>
  </message>
  <message>
   <source>sent {when}</source>
   <translation>lähetetty {when}</translation>
  </message>
  <message>
   <source>waits for the customer</source>
   <translation>odottaa asiakasta</translation>
  </message>
  <message>
   <source>yours</source>
   <translation>sinulla</translation>
  </message>
 </context>
 <context>
  <name>notices</name>
  <message>
   <source>A call to whoever is on call was not recorded. Its text is a draft again.</source>
   <translation>Puhelua päivystäjälle ei kirjattu. Teksti on taas luonnoksena.</translation>
  </message>
  <message>
   <source>A consultation was not sent. Its text is a draft again.</source>
   <translation>Konsultaatiota ei lähetetty. Teksti on taas luonnoksena.</translation>
  </message>
  <message>
   <source>A message to customer {alias} was not sent.</source>
   <translation>Viestiä asiakkaalle {alias} ei lähetetty.</translation>
  </message>
  <message>
   <source>A note about customer {alias} was not kept. Its text is a draft again.</source>
   <translation>Muistiinpanoa asiakkaasta {alias} ei tallennettu. Teksti on taas luonnoksena.</translation>
  </message>
  <message numerus="yes">
   <source>Customer {alias} has been moved %n times.</source>
   <translation>
    <numerusform>Asiakas {alias} on siirretty %n kerran.</numerusform>
    <numerusform>Asiakas {alias} on siirretty %n kertaa.</numerusform>
   </translation>
  </message>
  <message>
   <source>Customer {alias} was not asked for permission.</source>
   <translation>Asiakkaalta {alias} ei kysytty lupaa.</translation>
  </message>
  <message>
   <source>Customer {alias} was not asked to identify.</source>
   <translation>Asiakasta {alias} ei pyydetty tunnistautumaan.</translation>
  </message>
  <message>
   <source>Customer {alias} was not offered.</source>
   <translation>Asiakasta {alias} ei tarjottu.</translation>
  </message>
  <message>
   <source>Customer {alias} was not returned to the queue.</source>
   <translation>Asiakasta {alias} ei palautettu jonoon.</translation>
  </message>
  <message>
   <source>Customer {alias} was not taken over.</source>
   <translation>Vastuu asiakkaasta {alias} ei siirtynyt sinulle.</translation>
  </message>
  <message>
   <source>Customer {alias} was not taken.</source>
   <translation>Asiakasta {alias} ei otettu vastaan.</translation>
  </message>
  <message>
   <source>Customer {alias} was not transferred.</source>
   <translation>Asiakasta {alias} ei siirretty.</translation>
  </message>
  <message>
   <source>Customer {alias}: a step was not recorded.</source>
   <translation>Asiakas {alias}: tarkistuslistan kohtaa ei kirjattu.</translation>
  </message>
  <message>
   <source>Customer {alias}: reading was not marked.</source>
   <translation>Asiakas {alias}: lukemista ei merkitty.</translation>
  </message>
  <message>
   <source>Help was not called for customer {alias}. Call again, or by phone.</source>
   <translation>Avunpyyntö asiakkaan {alias} keskusteluun ei mennyt perille. Pyydä uudelleen tai soita.</translation>
  </message>
  <message>
   <source>I have read it</source>
   <translation>Selvä</translation>
  </message>
  <message>
   <source>Most urgent now: customer {alias}.</source>
   <translation>Kiireisin nyt: asiakas {alias}.</translation>
  </message>
  <message>
   <source>Nobody was allowed to work outside the plan.</source>
   <translation>Lupaa ottaa asiakkaita vuorolistan ohi ei annettu.</translation>
  </message>
  <message>
   <source>Nobody was called to customer {alias}. Call by phone: the numbers stand in the card.</source>
   <translation>Ketään ei kutsuttu asiakkaan {alias} keskusteluun. Pyydä apua puhelimella.</translation>
  </message>
  <message>
   <source>Nobody was told that you come to customer {alias}.</source>
   <translation>Kenellekään ei kerrottu, että tulet avuksi asiakkaan {alias} keskusteluun.</translation>
  </message>
  <message>
   <source>Nothing was left unfinished for you.</source>
   <translation>Sinulle ei jäänyt keskeneräistä.</translation>
  </message>
  <message>
   <source>Nothing was masked in the conversation with customer {alias}.</source>
   <translation>Asiakkaan {alias} keskustelussa ei peitetty mitään.</translation>
  </message>
  <message>
   <source>Pre-information of customer {alias} was not corrected, and nobody was moved.</source>
   <translation>Asiakkaan {alias} esitietoja ei oikaistu, eikä ketään siirretty.</translation>
  </message>
  <message>
   <source>Pre-information of customer {alias} was not refined. What you wrote is kept.</source>
   <translation>Asiakkaan {alias} esitietoja ei tarkennettu. Kirjoittamasi on tallessa.</translation>
  </message>
  <message>
   <source>Take the most urgent</source>
   <translation>Ota kiireisin</translation>
  </message>
  <message>
   <source>The agreed message to customer {alias} was not sent. Its text is a draft again.</source>
   <translation>Sovittua viestiä asiakkaalle {alias} ei lähetetty. Teksti on taas luonnoksena.</translation>
  </message>
  <message>
   <source>The agreed message to the customer you called was not sent. Its text is a draft again.</source>
   <translation>Sovittua viestiä asiakkaalle, jolle soitit, ei lähetetty. Teksti on taas luonnoksena.</translation>
  </message>
  <message>
   <source>The call for help for customer {alias} was not withdrawn.</source>
   <translation>Avunpyyntöä asiakkaan {alias} keskusteluun ei peruttu.</translation>
  </message>
  <message>
   <source>The consultation was not closed.</source>
   <translation>Konsultaatiota ei päätetty.</translation>
  </message>
  <message>
   <source>The consultation was not given back.</source>
   <translation>Konsultaatiota ei palautettu linjalle.</translation>
  </message>
  <message>
   <source>The consultation was not taken.</source>
   <translation>Konsultaatiota ei otettu vastattavaksi.</translation>
  </message>
  <message>
   <source>The consultation was not withdrawn.</source>
   <translation>Konsultaatiota ei peruttu.</translation>
  </message>
  <message>
   <source>The conversation stayed where it was.</source>
   <translation>Keskustelu jäi sinne, missä se oli.</translation>
  </message>
  <message>
   <source>The conversation with customer {alias} was not ended.</source>
   <translation>Keskustelua asiakkaan {alias} kanssa ei päätetty.</translation>
  </message>
  <message>
   <source>The end of the problem situation of customer {alias} was not recorded.</source>
   <translation>Ongelmatilanteen päättymistä ei kirjattu (asiakas {alias}).</translation>
  </message>
  <message>
   <source>The offer of customer {alias} was not accepted.</source>
   <translation>Tarjousta asiakkaasta {alias} ei otettu vastaan.</translation>
  </message>
  <message>
   <source>The offer of customer {alias} was not declined.</source>
   <translation>Tarjouksesta asiakkaasta {alias} ei kieltäydytty.</translation>
  </message>
  <message>
   <source>The offer of customer {alias} was not withdrawn.</source>
   <translation>Tarjousta asiakkaasta {alias} ei peruttu.</translation>
  </message>
  <message>
   <source>The offer of customer {alias} was over already.</source>
   <translation>Tarjous asiakkaasta {alias} oli jo päättynyt.</translation>
  </message>
  <message>
   <source>The planned shift was not removed.</source>
   <translation>Suunniteltua vuoroa ei poistettu.</translation>
  </message>
  <message>
   <source>The shift did not begin.</source>
   <translation>Vuoro ei alkanut.</translation>
  </message>
  <message>
   <source>The shift did not end.</source>
   <translation>Vuoro ei päättynyt.</translation>
  </message>
  <message>
   <source>The shift was not planned.</source>
   <translation>Vuoroa ei lisätty vuorolistaan.</translation>
  </message>
  <message>
   <source>The wrap-up of customer {alias} was not recorded. The notes are kept.</source>
   <translation>Asiakkaan {alias} päättämistä ei kirjattu. Muistiinpano on tallessa.</translation>
  </message>
  <message>
   <source>You did not join customer {alias}.</source>
   <translation>Et liittynyt asiakkaan {alias} keskusteluun.</translation>
  </message>
  <message>
   <source>You still read along with customer {alias}.</source>
   <translation>Olet yhä mukana asiakkaan {alias} keskustelussa.</translation>
  </message>
  <message>
   <source>Your presence was not changed.</source>
   <translation>Tilaasi ei vaihdettu.</translation>
  </message>
  <message>
   <source>Your words to a consultation were not sent. They are a draft again.</source>
   <translation>Viestiäsi konsultaatioon ei lähetetty. Se on taas luonnoksena.</translation>
  </message>
  <message>
   <source>{name} moved the conversation now. It stands in Situation until it is over.</source>
   <translation>Viimeksi siirsi {name}. Keskustelu näkyy Tilanteessa, kunnes se päättyy.</translation>
  </message>
  <message>
   <source>{name} was first to take customer {alias}.</source>
   <translation>{name} ehti ottaa asiakkaan {alias}.</translation>
  </message>
 </context>
 <context>
  <name>offers</name>
  <message numerus="yes">
   <source>%n h</source>
   <translation>
    <numerusform>%n t</numerusform>
    <numerusform>%n t</numerusform>
   </translation>
  </message>
  <message>
   <source>It ended while the connection was away. Your conversations show whose the customer is.</source>
   <translation>Se päättyi yhteyden ollessa poikki. Keskusteluistasi näet, kenellä asiakas on.</translation>
  </message>
  <message>
   <source>Offered to {name}.</source>
   <translation>Tarjottu: {name}.</translation>
  </message>
  <message>
   <source>Responsibility has moved, and the customer is told.</source>
   <translation>Vastuu siirtyi, ja asiakkaalle kerrottiin.</translation>
  </message>
  <message>
   <source>The conversation is still yours.</source>
   <translation>Keskustelu on edelleen sinulla.</translation>
  </message>
  <message>
   <source>The offer of customer {alias} from {name} is over.</source>
   <translation>Henkilön {name} tarjous asiakkaasta {alias} on ohi.</translation>
  </message>
  <message>
   <source>The offer of customer {alias} is over: the conversation has ended or moved.</source>
   <translation>Tarjous asiakkaasta {alias} päättyi: keskustelu on ohi tai muualla.</translation>
  </message>
  <message>
   <source>The offer of customer {alias} lapsed; the conversation stayed with {name}.</source>
   <translation>Tarjous asiakkaasta {alias} raukesi; keskustelu jäi tarjoajalle ({name}).</translation>
  </message>
  <message>
   <source>The offer of customer {alias} to {name} is over.</source>
   <translation>Asiakkaan {alias} tarjous henkilölle {name} on ohi.</translation>
  </message>
  <message>
   <source>There is nothing for you to do.</source>
   <translation>Sinun ei tarvitse tehdä mitään.</translation>
  </message>
  <message numerus="yes">
   <source>Transfer %n. If you do not answer, the conversation stays with {name}, who is responsible until you accept it.</source>
   <translation>
    <numerusform>%n. siirto. Jos et vastaa, keskustelu jää tarjoajalle ({name}). Vastuu on hänellä, kunnes otat vastaan.</numerusform>
    <numerusform>%n. siirto. Jos et vastaa, keskustelu jää tarjoajalle ({name}). Vastuu on hänellä, kunnes otat vastaan.</numerusform>
   </translation>
  </message>
  <message>
   <source>Transfer offered to you</source>
   <translation>Siirtotarjous sinulle</translation>
  </message>
  <message>
   <source>Withdraw the offer</source>
   <translation>Peru tarjous</translation>
  </message>
  <message>
   <source>You are responsible and answer until it is accepted.</source>
   <translation>Vastuu on sinulla ja vastaat asiakkaalle, kunnes tarjous otetaan vastaan.</translation>
  </message>
  <message>
   <source>You are responsible until {name} accepts. The customer is told only when it is accepted.</source>
   <translation>Vastuu on sinulla, kunnes {name} ottaa vastaan. Asiakkaalle kerrotaan vasta silloin.</translation>
  </message>
  <message>
   <source>conversations {load} / {capacity}</source>
   <translation>keskusteluja {load} / {capacity}</translation>
  </message>
  <message>
   <source>finds it when her shift begins</source>
   <translation>löytää sen, kun vuoro alkaa</translation>
  </message>
  <message>
   <source>has room</source>
   <translation>tilaa</translation>
  </message>
  <message>
   <source>no room now</source>
   <translation>ei tilaa nyt</translation>
  </message>
  <message>
   <source>{name} accepted customer {alias}.</source>
   <translation>{name} otti asiakkaan {alias} vastaan.</translation>
  </message>
  <message>
   <source>{name} declined customer {alias}: “{reason}”.</source>
   <translation>{name} kieltäytyi asiakkaasta {alias}: ”{reason}”.</translation>
  </message>
  <message>
   <source>{name} did not answer the offer in time.</source>
   <translation>{name} ei vastannut tarjoukseen ajoissa.</translation>
  </message>
  <message>
   <source>{name} is no longer there, so the offer went back.</source>
   <translation>{name} ei ole enää paikalla, joten tarjous palasi.</translation>
  </message>
  <message>
   <source>{name} is not there now and finds the offer when she comes. You are responsible until she accepts.</source>
   <translation>{name} ei ole nyt paikalla ja löytää tarjouksen tullessaan. Vastuu on sinulla, kunnes hän ottaa siirron vastaan.</translation>
  </message>
  <message>
   <source>{name} withdrew the offer of customer {alias}.</source>
   <translation>{name} perui tarjouksen asiakkaasta {alias}.</translation>
  </message>
 </context>
 <context>
  <name>palette</name>
  <message>
   <source>action</source>
   <translation>toiminto</translation>
  </message>
  <message>
   <source>canned answer</source>
   <translation>vastauspohja</translation>
  </message>
  <message>
   <source>conversation</source>
   <translation>keskustelu</translation>
  </message>
 </context>
 <context>
  <name>plan</name>
  <message>
   <source>At other times a customer who waits is not yours to take, unless a supervisor allows it.</source>
   <translation>Muina aikoina et voi ottaa odottavaa asiakasta, ellei esihenkilö anna lupaa.</translation>
  </message>
  <message>
   <source>Planned for you today:</source>
   <translation>Vuorolistassa sinulle tänään:</translation>
  </message>
  <message>
   <source>Your shift {hours}</source>
   <translation>Vuorosi {hours}</translation>
  </message>
  <message>
   <source>at home</source>
   <translation>kotona</translation>
  </message>
  <message>
   <source>at the office</source>
   <translation>toimistolla</translation>
  </message>
 </context>
 <context>
  <name>preInformation</name>
  <message>
   <source>No finer topic</source>
   <translation>Ei tarkempaa aihetta</translation>
  </message>
  <message>
   <source>moves to {queue}</source>
   <translation>siirtyy jonoon {queue}</translation>
  </message>
  <message>
   <source>now</source>
   <translation>nyt</translation>
  </message>
 </context>
 <context>
  <name>problem</name>
  <message>
   <source>A language barrier is marked: {help}.</source>
   <translation>Kielimuuri on merkitty, avuksi pyydetty: {help}.</translation>
  </message>
  <message>
   <source>Customer {alias}</source>
   <translation>Asiakas {alias}</translation>
  </message>
  <message>
   <source>No new conversations come to you</source>
   <translation>Uusia keskusteluja ei ohjata sinulle</translation>
  </message>
  <message>
   <source>Nobody has answered yet</source>
   <translation>Kukaan ei ole vielä vastannut</translation>
  </message>
  <message>
   <source>Nobody has checked for 90 days whether these numbers answer: {which}. Application support writes down in the service model when they were checked.</source>
   <translation>Kukaan ei ole 90 päivään tarkistanut, vastataanko näistä numeroista: {which}. Sovellustuki kirjaa palvelumalliin, milloin ne on tarkistettu.</translation>
  </message>
  <message>
   <source>Nobody was called, and nothing is recorded.</source>
   <translation>Ketään ei ole kutsuttu, eikä mitään ole kirjattu.</translation>
  </message>
  <message>
   <source>Supervisors called at {clock}</source>
   <translation>Esihenkilöt kutsuttu klo {clock}</translation>
  </message>
  <message>
   <source>The call for help is over</source>
   <translation>Avunpyyntö on päättynyt</translation>
  </message>
  <message>
   <source>The supervisors are being called…</source>
   <translation>Esihenkilöitä kutsutaan…</translation>
  </message>
  <message>
   <source>a problem situation</source>
   <translation>ongelmatilanne</translation>
  </message>
  <message>
   <source>a question</source>
   <translation>kysymys</translation>
  </message>
  <message>
   <source>an interpreter</source>
   <translation>tulkki</translation>
  </message>
  <message>
   <source>does not want to talk it over</source>
   <translation>ei halua jälkipurkua</translation>
  </message>
  <message>
   <source>done</source>
   <translation>tehty</translation>
  </message>
  <message>
   <source>not done</source>
   <translation>tekemättä</translation>
  </message>
  <message>
   <source>says later whether to talk it over</source>
   <translation>kertoo jälkipurusta myöhemmin</translation>
  </message>
  <message>
   <source>somebody who writes English</source>
   <translation>englantia kirjoittava</translation>
  </message>
  <message>
   <source>somebody who writes Swedish</source>
   <translation>ruotsia kirjoittava</translation>
  </message>
  <message>
   <source>wants to talk it over</source>
   <translation>haluaa jälkipurun</translation>
  </message>
  <message>
   <source>{name} is coming</source>
   <translation>{name} on tulossa</translation>
  </message>
  <message>
   <source>{name} reads along</source>
   <translation>{name} lukee mukana</translation>
  </message>
 </context>
 <context>
  <name>problems</name>
  <message>
   <source>A message of yours is still on its way. Transfer when it has been sent.</source>
   <translation>Viestisi on vielä matkalla. Siirrä, kun se on lähtenyt.</translation>
  </message>
  <message>
   <source>A new right is applied for by a supervisor. Here rights are only taken away. Nothing was changed.</source>
   <translation>Uutta oikeutta hakee esihenkilö. Tässä oikeuksia voi vain poistaa. Mitään ei muutettu.</translation>
  </message>
  <message>
   <source>A shift ends after it begins, on the same day, at 24.00 at the latest. Mend the times.</source>
   <translation>Vuoro päättyy alkamisensa jälkeen samana päivänä, viimeistään klo 24.00. Korjaa kellonajat.</translation>
  </message>
  <message>
   <source>An agreed message is sent from a contact that is yours, before it is wrapped up.</source>
   <translation>Sovittu viesti lähetetään yhteydenotosta, joka on sinulla, ennen kuin se on kirjattu.</translation>
  </message>
  <message>
   <source>Both attempts were in this half of the day. The last one must be at another time.</source>
   <translation>Molemmat yritykset olivat tämän saman puolipäivän aikana. Tee viimeinen muuhun aikaan.</translation>
  </message>
  <message>
   <source>Choose a contact reason and an outcome.</source>
   <translation>Valitse yhteydenoton syy ja lopputulos.</translation>
  </message>
  <message>
   <source>Customers cannot identify in this service. The conversation is as it was; guide the customer to a channel where identity is verified.</source>
   <translation>Tässä palvelussa asiakas ei voi tunnistautua. Keskustelu on ennallaan; ohjaa asiakas kanavaan, jossa henkilöllisyys todennetaan.</translation>
  </message>
  <message>
   <source>Fill in {blank} first, or remove it from the text.</source>
   <translation>Täytä ensin {blank} tai poista se tekstistä.</translation>
  </message>
  <message>
   <source>Help is called for already.</source>
   <translation>Apua on jo pyydetty.</translation>
  </message>
  <message>
   <source>It cannot be offered to that person. Choose another; the conversation is still yours.</source>
   <translation>Hänelle ei voi tarjota. Valitse toinen; keskustelu on edelleen sinulla.</translation>
  </message>
  <message>
   <source>It did not reach the service in time and was not done. Try again.</source>
   <translation>Se ei ehtinyt palvelimelle ajoissa, eikä sitä tehty. Yritä uudelleen.</translation>
  </message>
  <message>
   <source>It did not succeed. Try again, and tell application support if it goes on.</source>
   <translation>Se ei onnistunut. Yritä uudelleen, ja kerro sovellustukeen, jos vika jatkuu.</translation>
  </message>
  <message>
   <source>It is agreed that you do other work than chats: callback requests and consultations.</source>
   <translation>On sovittu, että teet muuta työtä kuin chattia: soittopyyntöjä ja konsultaatioita.</translation>
  </message>
  <message>
   <source>It is already under way.</source>
   <translation>Se on jo kesken.</translation>
  </message>
  <message>
   <source>It was not sent because an earlier one came back.</source>
   <translation>Sitä ei lähetetty, koska aiempi viesti palautui.</translation>
  </message>
  <message>
   <source>Lines can be attached only from a conversation that is yours.</source>
   <translation>Rivejä voi liittää vain keskustelusta, joka on sinulla.</translation>
  </message>
  <message>
   <source>No permission is needed for that queue. Transfer the conversation.</source>
   <translation>Tähän jonoon ei tarvita lupaa. Siirrä keskustelu.</translation>
  </message>
  <message>
   <source>No shift of yours is planned in this queue today. The customer still waits in the queue. If you are needed now, a supervisor can allow it in “Situation”.</source>
   <translation>Sinulle ei ole tänään suunniteltu vuoroa tähän jonoon. Asiakas odottaa edelleen jonossa. Jos sinua tarvitaan nyt, esihenkilö voi antaa luvan kohdassa ”Tilanne”.</translation>
  </message>
  <message>
   <source>Nobody is on call for that line. Ask without urgency, or call 112 in mortal danger.</source>
   <translation>Linjalla ei ole päivystäjää. Kysy kiireettömästi; hengenvaarassa soita 112.</translation>
  </message>
  <message>
   <source>One of these queues is no longer there. Choose again.</source>
   <translation>Jokin näistä jonoista on poistunut. Valitse uudelleen.</translation>
  </message>
  <message>
   <source>Permission cannot be asked for: the service model has no words for it, or does not say whose record that queue keeps. The conversation is as it was; tell application support.</source>
   <translation>Lupaa ei voi kysyä: palvelumallista puuttuvat luvan tekstit tai tieto siitä, mihin rekisteriin jono kuuluu. Keskustelu on ennallaan. Kerro asiasta sovellustuelle.</translation>
  </message>
  <message>
   <source>She has these rights already. Choose a role or a queue that she does not have.</source>
   <translation>Hänellä on jo nämä oikeudet. Valitse rooli tai jono, jota hänellä ei vielä ole.</translation>
  </message>
  <message>
   <source>Some of this time is planned for that person already. Nothing was changed.</source>
   <translation>Hänelle on jo suunniteltu vuoro osalle tästä ajasta. Mitään ei muutettu.</translation>
  </message>
  <message>
   <source>Somebody else could guess that password: it is the one-time one, or your user name is in it. Nothing was changed; choose another one.</source>
   <translation>Joku toinen voisi arvata salasanan: se on kertasalasana, tai siinä on tunnuksesi. Mitään ei muutettu; valitse toinen.</translation>
  </message>
  <message>
   <source>Somebody has an account with that user name already. Nothing was changed; choose another name.</source>
   <translation>Tämä käyttäjätunnus on jo jollakulla. Mitään ei muutettu. Valitse toinen tunnus.</translation>
  </message>
  <message>
   <source>Take the request first: then its number is shown and you can dial.</source>
   <translation>Ota pyyntö ensin vastaan, niin numero näkyy ja voit soittaa.</translation>
  </message>
  <message>
   <source>That is on the other side between social care and health care. A conversation crosses only with the customer's permission. The conversation is as it was: ask for permission where you transfer.</source>
   <translation>Se on sosiaalihuollon ja terveydenhuollon rajan toisella puolella. Keskustelu siirtyy rajan yli vain asiakkaan luvalla. Keskustelu on ennallaan: pyydä lupa siirron yhteydessä.</translation>
  </message>
  <message>
   <source>That line can no longer be asked. Choose again.</source>
   <translation>Linjalta ei voi enää kysyä. Valitse uudelleen.</translation>
  </message>
  <message>
   <source>That person does not answer customers any more. Choose another.</source>
   <translation>Hän ei enää vastaa asiakkaille. Valitse toinen.</translation>
  </message>
  <message>
   <source>That person does not serve one of these queues any more. Choose again.</source>
   <translation>Hän ei enää palvele yhtä näistä jonoista. Valitse uudelleen.</translation>
  </message>
  <message>
   <source>That planned shift is not there any more.</source>
   <translation>Suunniteltua vuoroa ei enää ole.</translation>
  </message>
  <message>
   <source>That professional is on the other side between social care and health care. A conversation crosses only with the customer's permission, and into a queue. The conversation is still yours: choose a queue there and ask for permission.</source>
   <translation>Ammattilainen on sosiaalihuollon ja terveydenhuollon rajan toisella puolella. Keskustelu siirtyy rajan yli vain asiakkaan luvalla ja jonoon. Keskustelu on yhä sinulla: valitse jono ja pyydä lupa.</translation>
  </message>
  <message>
   <source>That professional takes identified customers only, and the customer is anonymous. The conversation is still yours: give the other service's phone number, or offer a call.</source>
   <translation>Tämä ammattilainen palvelee vain tunnistautuneita, ja asiakas on anonyymi. Keskustelu on yhä sinulla: anna toisen palvelun puhelinnumero tai tarjoa soittoa.</translation>
  </message>
  <message>
   <source>That question is over: another was asked since, or it is answered. Nothing was changed.</source>
   <translation>Kysymys ei ole enää voimassa: on kysytty uudelleen tai siihen on vastattu. Mitään ei muutettu.</translation>
  </message>
  <message>
   <source>That queue is no longer there. Choose another; the conversation is still yours.</source>
   <translation>Tuota jonoa ei enää ole. Valitse toinen; keskustelu on yhä sinulla.</translation>
  </message>
  <message>
   <source>That time cannot be booked any more.</source>
   <translation>Tätä aikaa ei voi enää varata.</translation>
  </message>
  <message>
   <source>That was a one-time password. Choose one of your own first.</source>
   <translation>Se oli kertasalasana. Valitse ensin oma salasana.</translation>
  </message>
  <message>
   <source>That was too often. Try again in about {minutes} minutes.</source>
   <translation>Liian monta kertaa peräkkäin. Yritä uudelleen noin {minutes} minuutin kuluttua.</translation>
  </message>
  <message>
   <source>That was too often. Try again in {seconds} seconds.</source>
   <translation>Liian monta kertaa peräkkäin. Yritä uudelleen {seconds} sekunnin kuluttua.</translation>
  </message>
  <message>
   <source>The account is shut. A supervisor applies for its rights anew; granting them opens it again.</source>
   <translation>Tunnus on suljettu. Esihenkilö hakee oikeudet uudelleen, ja tunnus avautuu, kun ne myönnetään.</translation>
  </message>
  <message>
   <source>The application was decided or withdrawn already. The list shows what came of it.</source>
   <translation>Hakemus on jo ratkaistu tai peruttu. Luettelosta näet, mitä siitä päätettiin.</translation>
  </message>
  <message>
   <source>The call for help is over already.</source>
   <translation>Avunpyyntö on jo päättynyt.</translation>
  </message>
  <message>
   <source>The call was dialled outside the calling time.</source>
   <translation>Puhelu soitettiin soittoajan ulkopuolella.</translation>
  </message>
  <message>
   <source>The callback request is closed already.</source>
   <translation>Soittopyyntö on jo päättynyt.</translation>
  </message>
  <message>
   <source>The callback request is not in your queues any more.</source>
   <translation>Soittopyyntö ei ole enää jonoissasi.</translation>
  </message>
  <message>
   <source>The calling time is closed now. It opens {when}.</source>
   <translation>Soittoaika on nyt suljettu. Se avautuu {when}.</translation>
  </message>
  <message>
   <source>The chat still goes on: say it there. Instructions are sent when it has ended.</source>
   <translation>Keskustelu on vielä kesken: kerro asia siinä. Ohjeet lähetetään, kun keskustelu on päättynyt.</translation>
  </message>
  <message>
   <source>The connection is away: this can be done when it is back.</source>
   <translation>Yhteys on poikki: tämän voi tehdä, kun yhteys palaa.</translation>
  </message>
  <message>
   <source>The consultation has been answered already.</source>
   <translation>Konsultaatioon on jo vastattu.</translation>
  </message>
  <message>
   <source>The consultation has ended.</source>
   <translation>Konsultaatio on päättynyt.</translation>
  </message>
  <message>
   <source>The consultation has no answer yet. Withdraw it if none is needed.</source>
   <translation>Konsultaatioon ei ole vielä vastattu. Peru se, jos vastausta ei tarvita.</translation>
  </message>
  <message>
   <source>The consultation is no longer yours: responsibility has moved.</source>
   <translation>Konsultaatio ei ole enää sinulla: vastuu on siirtynyt.</translation>
  </message>
  <message>
   <source>The consultation is not in your lines any more.</source>
   <translation>Konsultaatio ei ole enää linjoillasi.</translation>
  </message>
  <message>
   <source>The contact is not yours any more. Whoever has it now can send the message.</source>
   <translation>Yhteydenotto ei ole enää sinulla. Se, jolla se nyt on, voi lähettää viestin.</translation>
  </message>
  <message>
   <source>The conversation has ended.</source>
   <translation>Keskustelu on päättynyt.</translation>
  </message>
  <message>
   <source>The conversation is closed.</source>
   <translation>Keskustelu on suljettu.</translation>
  </message>
  <message>
   <source>The conversation is no longer yours: responsibility has moved.</source>
   <translation>Keskustelu ei ole enää sinulla: vastuu on siirtynyt.</translation>
  </message>
  <message>
   <source>The conversation is not yours any more.</source>
   <translation>Keskustelu ei ole enää sinulla.</translation>
  </message>
  <message>
   <source>The conversation is not yours.</source>
   <translation>Keskustelu ei ole sinulla.</translation>
  </message>
  <message>
   <source>The conversation is offered to {name} already. Withdraw that offer first.</source>
   <translation>Keskustelu on jo tarjottu: {name}. Peru ensin se tarjous.</translation>
  </message>
  <message>
   <source>The conversation still goes on. End it first.</source>
   <translation>Keskustelu on vielä kesken. Päätä se ensin.</translation>
  </message>
  <message>
   <source>The customer has been moved before. Write in the internal message why once more. The conversation is yours.</source>
   <translation>Asiakas on siirretty jo aiemmin. Kirjoita sisäiseen viestiin, miksi siirrät uudelleen. Keskustelu on yhä sinulla.</translation>
  </message>
  <message>
   <source>The customer has been tried three times.</source>
   <translation>Asiakasta on yritetty tavoittaa kolme kertaa.</translation>
  </message>
  <message>
   <source>The customer has identified already. There is nothing to ask.</source>
   <translation>Asiakas on jo tunnistautunut. Häneltä ei tarvitse pyytää sitä.</translation>
  </message>
  <message>
   <source>The customer is anonymous: the message would not find her. Ask her to identify, or tell her now what she needs to know.</source>
   <translation>Asiakas on anonyymi: viesti ei tavoittaisi häntä. Pyydä häntä tunnistautumaan tai kerro asia hänelle nyt.</translation>
  </message>
  <message>
   <source>The customer is being asked already. You see here what comes of it.</source>
   <translation>Asiakasta pyydetään jo tunnistautumaan. Näet tässä, mitä hän vastaa.</translation>
  </message>
  <message>
   <source>The customer is not waiting any more.</source>
   <translation>Asiakas ei enää odota.</translation>
  </message>
  <message>
   <source>The customer wished for another time of the day.</source>
   <translation>Asiakas toivoi soittoa muuhun aikaan päivästä.</translation>
  </message>
  <message>
   <source>The customer's lines do not go to a line on the other side between social care and health care without permission. Ask in your own words, without attached lines.</source>
   <translation>Asiakkaan viestejä ei liitetä kysymykseen sosiaali- ja terveydenhuollon rajan yli ilman lupaa. Kysy omin sanoin, ilman liitettyjä viestejä.</translation>
  </message>
  <message>
   <source>The day of the agreement is still to come. Choose the day on which it was agreed.</source>
   <translation>Sopimispäivä on vasta tulossa. Valitse päivä, jona asiasta sovittiin.</translation>
  </message>
  <message>
   <source>The lists have changed meanwhile. Choose the reason and the outcome again.</source>
   <translation>Luettelot ovat muuttuneet sillä välin. Valitse syy ja lopputulos uudelleen.</translation>
  </message>
  <message>
   <source>The message has changed meanwhile. Look at it again, and mask what is still to be masked.</source>
   <translation>Viesti on muuttunut sillä välin. Katso se uudelleen ja peitä, mitä on vielä peitettävä.</translation>
  </message>
  <message>
   <source>The offer is not there any more.</source>
   <translation>Tarjous ei ole enää voimassa.</translation>
  </message>
  <message>
   <source>The one-time password is no longer good. Ask application support for another one.</source>
   <translation>Kertasalasana ei enää kelpaa. Pyydä sovellustuelta uusi.</translation>
  </message>
  <message>
   <source>The password is too short: it needs at least {limit} characters. Nothing was changed.</source>
   <translation>Salasana on liian lyhyt: siinä pitää olla vähintään {limit} merkkiä. Mitään ei muutettu.</translation>
  </message>
  <message>
   <source>The problem situation is over already. What was recorded of it is kept.</source>
   <translation>Ongelmatilanne on jo ohi. Siitä kirjattu on tallessa.</translation>
  </message>
  <message>
   <source>The receiver has opened the conversation: the permission cannot be taken back any more.</source>
   <translation>Vastaanottaja on avannut keskustelun: lupaa ei voi enää perua.</translation>
  </message>
  <message>
   <source>The request is no longer yours: responsibility has moved.</source>
   <translation>Pyyntö ei ole enää sinulla: vastuu on siirtynyt.</translation>
  </message>
  <message>
   <source>The service cannot answer just now. It is tried again by itself.</source>
   <translation>Palvelin ei voi juuri nyt vastata. Ohjelma yrittää itse uudelleen.</translation>
  </message>
  <message>
   <source>The service cannot be reached. Check the network and try again.</source>
   <translation>Palvelinta ei tavoiteta. Tarkista verkkoyhteys ja yritä uudelleen.</translation>
  </message>
  <message>
   <source>The service did not understand this program, and nothing was done. Tell application support.</source>
   <translation>Palvelu ei ymmärtänyt tätä ohjelmaa, eikä mitään tehty. Kerro tästä sovellustukeen.</translation>
  </message>
  <message>
   <source>The service does not know you any more. Sign in again.</source>
   <translation>Palvelu ei enää tunne sinua. Kirjaudu uudelleen.</translation>
  </message>
  <message>
   <source>The service met a fault of its own. Tell application support if it goes on.</source>
   <translation>Palvelussa on vika. Kerro tästä sovellustukeen, jos se jatkuu.</translation>
  </message>
  <message>
   <source>The text holds characters that cannot be sent. Remove them and send again.</source>
   <translation>Tekstissä on merkkejä, joita ei voi lähettää. Poista ne ja lähetä uudelleen.</translation>
  </message>
  <message>
   <source>The text is too long: at most {limit} characters. Split it into parts.</source>
   <translation>Teksti on liian pitkä: enintään {limit} merkkiä. Jaa se osiin.</translation>
  </message>
  <message>
   <source>The time that the customer has booked has not begun.</source>
   <translation>Asiakkaan varaama aika ei ole vielä alkanut.</translation>
  </message>
  <message>
   <source>There is nothing to send yet.</source>
   <translation>Lähetettävää ei vielä ole.</translation>
  </message>
  <message>
   <source>This computer's disk does not take anything in. Free some space on it.</source>
   <translation>Tämän koneen levy ei ota mitään vastaan. Vapauta levytilaa.</translation>
  </message>
  <message>
   <source>This number was tried less than 60 minutes ago. Try again at {opens}.</source>
   <translation>Tähän numeroon on soitettu alle 60 minuuttia sitten. Yritä uudelleen klo {opens}.</translation>
  </message>
  <message>
   <source>This program is too old for the service. Update Vuoro, then sign in again.</source>
   <translation>Tämä ohjelma on liian vanha palvelimelle. Päivitä Vuoro ja kirjaudu sitten uudelleen.</translation>
  </message>
  <message>
   <source>This queue takes identified customers only, and the customer is anonymous. The conversation is still yours: give the other service's phone number, or offer a call.</source>
   <translation>Tämä jono palvelee vain tunnistautuneita, ja asiakas on nimetön. Keskustelu on yhä sinulla: anna toisen palvelun puhelinnumero tai tarjoa soittoa.</translation>
  </message>
  <message>
   <source>This service sends no messages to customers. Tell the customer now, or offer a call.</source>
   <translation>Tästä palvelusta ei lähetetä viestejä asiakkaille. Kerro asia nyt tai tarjoa soittoa.</translation>
  </message>
  <message>
   <source>This takes another person: nobody decides of her own account, or of what she has applied for. Nothing was changed.</source>
   <translation>Tähän tarvitaan toinen henkilö: kukaan ei päätä omasta tunnuksestaan eikä siitä, mitä on itse hakenut. Mitään ei muutettu.</translation>
  </message>
  <message>
   <source>You already have {capacity} conversations, as many as agreed. End one first.</source>
   <translation>Sinulla on jo {capacity} keskustelua, niin monta kuin on sovittu. Päätä ensin yksi.</translation>
  </message>
  <message>
   <source>You are in a problem situation: no new work comes to you until it is over.</source>
   <translation>Olet ongelmatilanteessa: uutta työtä ei tule sinulle ennen kuin se on ohi.</translation>
  </message>
  <message>
   <source>You are on a break. Choose “Available” at the top when you take customers again.</source>
   <translation>Olet tauolla. Valitse ylhäältä ”Vapaa”, kun otat taas asiakkaita.</translation>
  </message>
  <message>
   <source>You asked this yourself: somebody else answers it.</source>
   <translation>Kysyit tämän itse: vastaaja on joku muu.</translation>
  </message>
  <message>
   <source>You have said that you are away. Choose “Available” at the top to take customers.</source>
   <translation>Tilasi on ”Poissa”. Valitse ylhäältä ”Vapaa”, jos haluat ottaa asiakkaita.</translation>
  </message>
  <message>
   <source>You still have conversations. End them or return them to the queue first.</source>
   <translation>Sinulla on vielä keskusteluja. Päätä ne tai palauta ne ensin jonoon.</translation>
  </message>
  <message>
   <source>Your role does not allow this. Application support can tell you more.</source>
   <translation>Roolisi ei salli tätä. Sovellustuki kertoo lisää.</translation>
  </message>
  <message>
   <source>Your shift in this queue is planned from {begins} to {ends} today. The customer still waits in the queue. If you are needed now, a supervisor can allow it in “Situation”.</source>
   <translation>Vuorosi tässä jonossa on tänään klo {begins}–{ends}. Asiakas odottaa edelleen jonossa. Jos sinua tarvitaan nyt, esihenkilö voi antaa luvan kohdassa ”Tilanne”.</translation>
  </message>
  <message>
   <source>Your sign-in has ended. Sign in again.</source>
   <translation>Kirjautumisesi on päättynyt. Kirjaudu uudelleen.</translation>
  </message>
  <message>
   <source>{name} is calling the same number. Take another request meanwhile.</source>
   <translation>{name} soittaa samaan numeroon. Ota sillä välin toinen pyyntö.</translation>
  </message>
  <message>
   <source>{name} is not there just now. Choose another; the conversation is still yours.</source>
   <translation>{name} ei ole nyt paikalla. Valitse toinen; keskustelu on edelleen sinulla.</translation>
  </message>
  <message>
   <source>{name} reads along already.</source>
   <translation>{name} on jo mukana keskustelussa.</translation>
  </message>
  <message>
   <source>{name} was first to take the consultation.</source>
   <translation>{name} ehti ottaa konsultaation ensin.</translation>
  </message>
  <message>
   <source>{name} was first to take the customer.</source>
   <translation>{name} ehti ottaa asiakkaan.</translation>
  </message>
  <message>
   <source>{name} was first to take the request.</source>
   <translation>{name} ehti ottaa pyynnön ensin.</translation>
  </message>
 </context>
 <context>
  <name>queues</name>
  <message>
   <source> · being taken…</source>
   <translation> · otetaan vastaan…</translation>
  </message>
  <message>
   <source>Internal message, the customer does not see it: {words}</source>
   <translation>Sisäinen viesti, ei näy asiakkaalle: {words}</translation>
  </message>
  <message>
   <source>The queue is closed. Those who wait are offered a callback; they may still be taken.</source>
   <translation>Jono on suljettu. Odottaville tarjotaan soittopyyntöä. Heidät voi yhä ottaa keskusteluun.</translation>
  </message>
  <message>
   <source>The queue is closed. Those who wait have been promised that they are served to the end.</source>
   <translation>Jono on suljettu. Odottaville on luvattu palvella heidät loppuun.</translation>
  </message>
  <message>
   <source>Transferred by {name}</source>
   <translation>Siirtäjä: {name}</translation>
  </message>
  <message>
   <source>closed</source>
   <translation>suljettu</translation>
  </message>
  <message>
   <source>common queue</source>
   <translation>yhteinen jono</translation>
  </message>
  <message>
   <source>pilot until {day}</source>
   <translation>kokeilu {day} asti</translation>
  </message>
  <message>
   <source>pilot until {day}, to be decided</source>
   <translation>kokeilu {day} asti, jatko päättämättä</translation>
  </message>
  <message>
   <source>{identity}, {customer}, {topic}, {language}, has waited {clock}, {lateness}. {quote}</source>
   <translation>{identity}, {customer}, {topic}, {language}, odottanut {clock}, {lateness}. {quote}</translation>
  </message>
  <message>
   <source>{name}: nobody waits</source>
   <translation>{name}: ei odottajia</translation>
  </message>
  <message>
   <source>{name}: {count} waiting, longest {clock}, {lateness}</source>
   <translation>{name}: {count} odottaa, pisin {clock}, {lateness}</translation>
  </message>
 </context>
 <context>
  <name>sign_in</name>
  <message>
   <source>The one-time password is not good any more. Sign in with your own password, or ask application support for another one-time password.</source>
   <translation>Kertasalasana ei enää kelpaa. Kirjaudu omalla salasanallasi tai pyydä sovellustuelta uusi kertasalasana.</translation>
  </message>
  <message>
   <source>The one-time password was good for three days, and they are over. Ask application support for another one.</source>
   <translation>Kertasalasana kelpasi kolme päivää, ja ne ovat kuluneet. Pyydä sovellustuelta uusi.</translation>
  </message>
  <message>
   <source>The server cannot be reached, and it is not known whether the password was kept. Press the button again when the line is back: nothing is done twice.</source>
   <translation>Palvelinta ei tavoiteta, eikä ole tietoa, tallentuiko salasana. Paina painiketta uudelleen, kun yhteys palaa: mitään ei tehdä kahdesti.</translation>
  </message>
  <message>
   <source>The user name or password is not right.</source>
   <translation>Tunnus tai salasana ei kelpaa.</translation>
  </message>
  <message numerus="yes">
   <source>Too many attempts. You can try again in %n second(s).</source>
   <translation>
    <numerusform>Liian monta yritystä. Voit yrittää uudelleen %n sekunnin kuluttua.</numerusform>
    <numerusform>Liian monta yritystä. Voit yrittää uudelleen %n sekunnin kuluttua.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Try again, %n attempt(s) left.</source>
   <translation>
    <numerusform>Yritä uudelleen, %n yritys jäljellä.</numerusform>
    <numerusform>Yritä uudelleen, %n yritystä jäljellä.</numerusform>
   </translation>
  </message>
  <message>
   <source>Try again.</source>
   <translation>Yritä uudelleen.</translation>
  </message>
  <message>
   <source>What you wrote and have not sent is safe.</source>
   <translation>Se, minkä olet kirjoittanut mutta et lähettänyt, on tallessa.</translation>
  </message>
  <message>
   <source>Your sign-in has ended. Sign in again to go on.</source>
   <translation>Kirjautumisesi on päättynyt. Kirjaudu uudelleen, niin voit jatkaa.</translation>
  </message>
 </context>
 <context>
  <name>situation</name>
  <message>
   <source>Being answered</source>
   <translation>Palvellaan</translation>
  </message>
  <message>
   <source>Customer {alias}</source>
   <translation>Asiakas {alias}</translation>
  </message>
  <message>
   <source>In time today</source>
   <translation>Ajoissa tänään</translation>
  </message>
  <message>
   <source>Load</source>
   <translation>Kuorma</translation>
  </message>
  <message>
   <source>Longest</source>
   <translation>Pisin</translation>
  </message>
  <message>
   <source>On duty</source>
   <translation>Paikalla</translation>
  </message>
  <message>
   <source>Presence</source>
   <translation>Tila</translation>
  </message>
  <message>
   <source>Professional</source>
   <translation>Ammattilainen</translation>
  </message>
  <message>
   <source>Queue</source>
   <translation>Jono</translation>
  </message>
  <message>
   <source>Reply today</source>
   <translation>Vastausväli</translation>
  </message>
  <message>
   <source>Room for</source>
   <translation>Tilaa</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Tilanne</translation>
  </message>
  <message>
   <source>To wrap up</source>
   <translation>Päättämättä</translation>
  </message>
  <message>
   <source>Unanswered for</source>
   <translation>Vastausta odotettu</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Odottaa</translation>
  </message>
  <message>
   <source>calls for help</source>
   <translation>pyytää apua</translation>
  </message>
  <message>
   <source>is being helped</source>
   <translation>saa apua</translation>
  </message>
  <message>
   <source>line away</source>
   <translation>yhteys poikki</translation>
  </message>
  <message numerus="yes">
   <source>moved %n times</source>
   <translation>
    <numerusform>siirretty %n kerran</numerusform>
    <numerusform>siirretty %n kertaa</numerusform>
   </translation>
  </message>
  <message>
   <source>nobody answered yet</source>
   <translation>ei vielä vastattuja</translation>
  </message>
  <message>
   <source>nobody waits</source>
   <translation>kukaan ei odota</translation>
  </message>
  <message numerus="yes">
   <source>room for %n more</source>
   <translation>
    <numerusform>%n paikka vapaana</numerusform>
    <numerusform>%n paikkaa vapaana</numerusform>
   </translation>
  </message>
  <message>
   <source>waits</source>
   <translation>odottaa</translation>
  </message>
  <message>
   <source>{clock}: {percent} % of {count}</source>
   <translation>{clock}: {percent} % / {count}</translation>
  </message>
  <message>
   <source>{name}: {lateness}, waiting {waiting}, longest {clock}, being answered {held}, on duty {duty}, room for {free}, answered in time today {share}, reply delay today {delay}</source>
   <translation>{name}: {lateness}, odottaa {waiting}, pisin {clock}, palvellaan {held}, paikalla {duty}, tilaa {free}, vastattu ajoissa tänään {share}, vastausväli tänään {delay}</translation>
  </message>
  <message>
   <source>{name}: {presence}, conversations {load}, unanswered for {clock}, to wrap up {count}</source>
   <translation>{name}: {presence}, keskusteluja {load}, vastausta odotettu {clock}, päättämättä {count}</translation>
  </message>
  <message>
   <source>{part} of {whole} in time</source>
   <translation>ajoissa {part} / {whole}</translation>
  </message>
 </context>
 <context>
  <name>standing</name>
  <message numerus="yes">
   <source>%n call(s) not recorded yet.</source>
   <translation>
    <numerusform>%n soitto on vielä kirjaamatta.</numerusform>
    <numerusform>%n soittoa on vielä kirjaamatta.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n call(s) of which you have not said what came ({who}).</source>
   <translation>
    <numerusform>%n puhelu, jonka tulosta et ole kirjannut ({who}).</numerusform>
    <numerusform>%n puhelua, joiden tulosta et ole kirjannut ({who}).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n callback request(s) of yours return to the list.</source>
   <translation>
    <numerusform>%n soittopyyntösi palaa listalle.</numerusform>
    <numerusform>%n soittopyyntöäsi palaa listalle.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n consultation message(s) not sent.</source>
   <translation>
    <numerusform>%n viesti konsultaatioon lähettämättä.</numerusform>
    <numerusform>%n viestiä konsultaatioihin lähettämättä.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n conversation(s) stay yours for {time}, then return to the queue.</source>
   <translation>
    <numerusform>%n keskustelu pysyy sinulla {time} ja palaa sitten jonoon.</numerusform>
    <numerusform>%n keskustelua pysyy sinulla {time} ja palaa sitten jonoon.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n draft(s) ({who}).</source>
   <translation>
    <numerusform>%n luonnos ({who}).</numerusform>
    <numerusform>%n luonnosta ({who}).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n due callback request(s) that nobody has opened ({which}): they stay in the list.</source>
   <translation>
    <numerusform>%n soittopyyntö, jonka aika on ja jota kukaan ei ole avannut ({which}): se jää luetteloon.</numerusform>
    <numerusform>%n soittopyyntöä, joiden aika on ja joita kukaan ei ole avannut ({which}): ne jäävät luetteloon.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n ending(s) under way ({who}).</source>
   <translation>
    <numerusform>%n päättäminen kesken ({who}).</numerusform>
    <numerusform>%n päättämistä kesken ({who}).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n message(s) not sent ({who}).</source>
   <translation>
    <numerusform>%n viesti lähettämättä ({who}).</numerusform>
    <numerusform>%n viestiä lähettämättä ({who}).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation>
    <numerusform>%n minuutin</numerusform>
    <numerusform>%n minuuttia</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n note(s) not kept yet ({who}).</source>
   <translation>
    <numerusform>%n muistiinpano matkalla ({who}).</numerusform>
    <numerusform>%n muistiinpanoa matkalla ({who}).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n second(s)</source>
   <translation>
    <numerusform>%n sekunnin</numerusform>
    <numerusform>%n sekuntia</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n text(s) from the archive that you changed will be lost.</source>
   <translation>
    <numerusform>%n arkistosta muuttamasi teksti katoaa.</numerusform>
    <numerusform>%n arkistosta muuttamaasi tekstiä katoaa.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n wrap-up(s) missing ({who}): they wait for you.</source>
   <translation>
    <numerusform>%n päättäminen kesken ({who}): se odottaa sinua.</numerusform>
    <numerusform>%n päättämistä kesken ({who}): ne odottavat sinua.</numerusform>
   </translation>
  </message>
  <message>
   <source>An unsent text is kept from a conversation you no longer have:</source>
   <translation>Lähettämätön teksti on tallessa keskustelusta, joka ei ole enää sinulla:</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Peruuta</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopioi</translation>
  </message>
  <message>
   <source>Customer {alias} is offered to you.</source>
   <translation>Asiakasta {alias} tarjotaan sinulle.</translation>
  </message>
  <message>
   <source>Delete the text</source>
   <translation>Poista teksti</translation>
  </message>
  <message>
   <source>Everything has been sent.</source>
   <translation>Kaikki on lähetetty.</translation>
  </message>
  <message>
   <source>It is me</source>
   <translation>Se olen minä</translation>
  </message>
  <message>
   <source>Sign in as someone else</source>
   <translation>Kirjaudu toisena henkilönä</translation>
  </message>
  <message>
   <source>Sign out</source>
   <translation>Kirjaudu ulos</translation>
  </message>
  <message>
   <source>Sign out?</source>
   <translation>Kirjaudutaanko ulos?</translation>
  </message>
  <message>
   <source>The message of customer {alias} is offered to you.</source>
   <translation>Asiakkaan {alias} viestiä tarjotaan sinulle.</translation>
  </message>
  <message>
   <source>The offer lapses soon if nobody answers it.</source>
   <translation>Tarjous raukeaa pian, ellei siihen vastata.</translation>
  </message>
  <message>
   <source>The offer stands until {when}.</source>
   <translation>Tarjous on voimassa {when} asti.</translation>
  </message>
  <message numerus="yes">
   <source>They are lost when you sign out: nothing is kept on disk.</source>
   <translation>
    <numerusform>Se katoaa, kun kirjaudut ulos: levylle ei tallennu mitään.</numerusform>
    <numerusform>Ne katoavat, kun kirjaudut ulos: levylle ei tallennu mitään.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>They stay locked on this computer and are here when you sign in again.</source>
   <translation>
    <numerusform>Se pysyy lukittuna tällä koneella ja on tallessa, kun kirjaudut uudelleen.</numerusform>
    <numerusform>Ne pysyvät lukittuina tällä koneella ja ovat tallessa, kun kirjaudut uudelleen.</numerusform>
   </translation>
  </message>
  <message>
   <source>To the offer</source>
   <translation>Tarjoukseen</translation>
  </message>
  <message>
   <source>Vuoro was not signed out of last time, so the work came back without a password. Is it not you?</source>
   <translation>Viimeksi Vuorosta ei kirjauduttu ulos, joten työ palasi ilman salasanaa. Etkö se ole sinä?</translation>
  </message>
  <message>
   <source>You are signed in as {name}.</source>
   <translation>Olet kirjautuneena nimellä {name}.</translation>
  </message>
  <message>
   <source>consultation</source>
   <translation>konsultaatio</translation>
  </message>
 </context>
 <context>
  <name>transcript</name>
  <message>
   <source>Counsellor</source>
   <translation>Neuvoja</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Asiakas</translation>
  </message>
  <message>
   <source>Earlier messages</source>
   <translation>Aiempia viestejä</translation>
  </message>
  <message>
   <source>Fetching earlier messages…</source>
   <translation>Haetaan aiempia viestejä…</translation>
  </message>
  <message>
   <source>Note · {name} {clock} · the customer does not see this</source>
   <translation>Muistiinpano · {name} {clock} · ei näy asiakkaalle</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Palvelu</translation>
  </message>
  <message>
   <source>You</source>
   <translation>Sinä</translation>
  </message>
  <message>
   <source>{clock} · The conversation began</source>
   <translation>{clock} · Keskustelu alkoi</translation>
  </message>
  <message>
   <source>{file}. Enter opens it.</source>
   <translation>{file}. Enter avaa.</translation>
  </message>
 </context>
 <context>
  <name>transfer</name>
  <message numerus="yes">
   <source>%n on duty</source>
   <translation>
    <numerusform>%n paikalla</numerusform>
    <numerusform>%n paikalla</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n waiting, longest {clock}</source>
   <translation>
    <numerusform>%n odottaa, {clock}</numerusform>
    <numerusform>%n odottaa, pisin {clock}</numerusform>
   </translation>
  </message>
  <message>
   <source>Benefit processing</source>
   <translation>Etuuskäsittely</translation>
  </message>
  <message>
   <source>Needs discretion: advice or guidance goes with it</source>
   <translation>Vaatii harkintaa: asiakas tarvitsee neuvontaa tai ohjausta</translation>
  </message>
  <message>
   <source>Needs discretion: the situation must be assessed</source>
   <translation>Vaatii harkintaa: tilanne on arvioitava</translation>
  </message>
  <message>
   <source>Responsibility moves to {queue}. The customer keeps her place and is told where she is transferred.</source>
   <translation>Vastuu siirtyy jonolle {queue}. Asiakas säilyttää paikkansa, ja hänelle kerrotaan, minne hänet siirrettiin.</translation>
  </message>
  <message>
   <source>Social counsellor</source>
   <translation>Sosiaaliohjaaja</translation>
  </message>
  <message>
   <source>Social worker</source>
   <translation>Sosiaalityöntekijä</translation>
  </message>
  <message>
   <source>Takes: {matters}.</source>
   <translation>Ottaa: {matters}.</translation>
  </message>
  <message>
   <source>The benefit can be decided as it was applied for</source>
   <translation>Etuus voidaan ratkaista hakemuksen perusteella</translation>
  </message>
  <message>
   <source>You are responsible until you transfer.</source>
   <translation>Vastuu on sinulla, kunnes siirrät.</translation>
  </message>
  <message>
   <source>another register</source>
   <translation>eri rekisteri</translation>
  </message>
  <message>
   <source>closed</source>
   <translation>suljettu</translation>
  </message>
  <message>
   <source>identified customers only</source>
   <translation>vain tunnistautuneille</translation>
  </message>
  <message>
   <source>nobody waits</source>
   <translation>ei odottajia</translation>
  </message>
  <message>
   <source>open</source>
   <translation>avoinna</translation>
  </message>
  <message>
   <source>open around the clock</source>
   <translation>avoinna ympäri vuorokauden</translation>
  </message>
  <message>
   <source>open until {clock}</source>
   <translation>avoinna klo {clock} asti</translation>
  </message>
  <message>
   <source>the present queue</source>
   <translation>nykyinen jono</translation>
  </message>
 </context>
 <context>
  <name>words</name>
  <message>
   <source>ANONYMOUS</source>
   <translation>ANONYYMI</translation>
  </message>
  <message>
   <source>Available</source>
   <translation>Vapaa</translation>
  </message>
  <message>
   <source>Away</source>
   <translation>Poissa</translation>
  </message>
  <message>
   <source>Busy</source>
   <translation>Varattu</translation>
  </message>
  <message>
   <source>Chat open around the clock</source>
   <translation>Chat avoinna ympäri vuorokauden</translation>
  </message>
  <message>
   <source>Chat open until {clock}</source>
   <translation>Chat avoinna klo {clock} asti</translation>
  </message>
  <message>
   <source>Chat open until {weekday} {day}.{month}. {clock}</source>
   <translation>Chat avoinna {weekday} {day}.{month}. klo {clock} asti</translation>
  </message>
  <message>
   <source>Common queues</source>
   <translation>Yhteiset jonot</translation>
  </message>
  <message>
   <source>Customer {alias}</source>
   <translation>Asiakas {alias}</translation>
  </message>
  <message>
   <source>Fri</source>
   <translation>pe</translation>
  </message>
  <message>
   <source>IDENTIFIED</source>
   <translation>TUNNISTAUTUNUT</translation>
  </message>
  <message>
   <source>Leaves in {seconds} s</source>
   <translation>Lähtee {seconds} s kuluttua</translation>
  </message>
  <message>
   <source>Mon</source>
   <translation>ma</translation>
  </message>
  <message>
   <source>On a break</source>
   <translation>Tauolla</translation>
  </message>
  <message>
   <source>Own topics</source>
   <translation>Omat aiheet</translation>
  </message>
  <message>
   <source>Sat</source>
   <translation>la</translation>
  </message>
  <message>
   <source>Somebody else</source>
   <translation>Joku muu</translation>
  </message>
  <message>
   <source>Sun</source>
   <translation>su</translation>
  </message>
  <message>
   <source>The chat is closed</source>
   <translation>Chat on suljettu</translation>
  </message>
  <message>
   <source>The chat is closed · opens at {clock}</source>
   <translation>Chat on suljettu · avautuu klo {clock}</translation>
  </message>
  <message>
   <source>Thu</source>
   <translation>to</translation>
  </message>
  <message>
   <source>Transfer queues</source>
   <translation>Siirtojonot</translation>
  </message>
  <message>
   <source>Tue</source>
   <translation>ti</translation>
  </message>
  <message>
   <source>Wed</source>
   <translation>ke</translation>
  </message>
  <message>
   <source>closes in {time}</source>
   <translation>sulkeutuu {time} kuluttua</translation>
  </message>
  <message>
   <source>dragging on</source>
   <translation>pitkittyy</translation>
  </message>
  <message>
   <source>empty</source>
   <translation>tyhjä</translation>
  </message>
  <message>
   <source>late</source>
   <translation>myöhässä</translation>
  </message>
  <message>
   <source>masked</source>
   <translation>peitetty</translation>
  </message>
  <message>
   <source>not sent: asks first</source>
   <translation>ei lähetetty: kysyy ensin</translation>
  </message>
  <message>
   <source>on time</source>
   <translation>ajallaan</translation>
  </message>
  <message>
   <source>seen</source>
   <translation>nähty</translation>
  </message>
  <message>
   <source>sending…</source>
   <translation>lähetetään…</translation>
  </message>
  <message>
   <source>sent</source>
   <translation>lähetetty</translation>
  </message>
  <message>
   <source>urgent</source>
   <translation>kiireinen</translation>
  </message>
  <message>
   <source>waits for the connection</source>
   <translation>odottaa yhteyttä</translation>
  </message>
  <message>
   <source>{weekday} {day}.{month}. at {clock}</source>
   <translation>{weekday} {day}.{month}. klo {clock}</translation>
  </message>
 </context>
 <context>
  <name>wrapUp</name>
  <message>
   <source>A call was offered</source>
   <translation>Tarjottu soittoa</translation>
  </message>
  <message>
   <source>Becoming a client</source>
   <translation>Tulossa asiakkaaksi</translation>
  </message>
  <message>
   <source>Choose a contact reason.</source>
   <translation>Valitse yhteydenoton syy.</translation>
  </message>
  <message>
   <source>Choose an outcome.</source>
   <translation>Valitse lopputulos.</translation>
  </message>
  <message>
   <source>Has dealt here before</source>
   <translation>Asioinut ennenkin</translation>
  </message>
  <message>
   <source>Meeting needed</source>
   <translation>Tapaaminen tarpeen</translation>
  </message>
  <message>
   <source>New customer</source>
   <translation>Uusi asiakas</translation>
  </message>
  <message>
   <source>No meeting needed</source>
   <translation>Ei tarvetta tapaamiselle</translation>
  </message>
  <message>
   <source>chosen</source>
   <translation>valittu</translation>
  </message>
  <message>
   <source>chosen as one more</source>
   <translation>valittu lisäsyyksi</translation>
  </message>
  <message>
   <source>contact reason</source>
   <translation>yhteydenoton syy</translation>
  </message>
  <message>
   <source>mark</source>
   <translation>merkintä</translation>
  </message>
  <message>
   <source>outcome</source>
   <translation>lopputulos</translation>
  </message>
 </context>
</TS>
