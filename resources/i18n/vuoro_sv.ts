<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
 <context>
  <name>AboutConsultation</name>
  <message>
   <source>About the consultation</source>
   <translation>Om konsultationen</translation>
  </message>
  <message>
   <source>Answers</source>
   <translation>Svarar</translation>
  </message>
  <message>
   <source>Asks</source>
   <translation>Frågar</translation>
  </message>
  <message>
   <source>Conversation</source>
   <translation>Samtal</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kund</translation>
  </message>
  <message>
   <source>Is asked</source>
   <translation>Tillfrågas</translation>
  </message>
  <message>
   <source>Kept {kept} of {all}</source>
   <translation>Hållna {kept} av {all}</translation>
  </message>
  <message>
   <source>Partner</source>
   <translation>Partner</translation>
  </message>
  <message>
   <source>Promises this month</source>
   <translation>Löften den här månaden</translation>
  </message>
  <message>
   <source>Who takes part</source>
   <translation>Parter</translation>
  </message>
  <message>
   <source>about a conversation</source>
   <translation>gäller ett samtal</translation>
  </message>
  <message>
   <source>not about a conversation</source>
   <translation>gäller inget samtal</translation>
  </message>
  <message>
   <source>nothing tells who she is</source>
   <translation>inga identifierande uppgifter</translation>
  </message>
  <message>
   <source>outside the county's own lines</source>
   <translation>utanför välfärdsområdet</translation>
  </message>
  <message>
   <source>the customer lets her identity be told</source>
   <translation>har gett lov att berätta vem hon eller han är</translation>
  </message>
 </context>
 <context>
  <name>AgreedSheet</name>
  <message>
   <source>Agreed</source>
   <translation>Överenskommet</translation>
  </message>
  <message>
   <source>Agreed on (day.month.year)</source>
   <translation>Överenskommet (dag.månad.år)</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Avbryt</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Dag</translation>
  </message>
  <message>
   <source>Message to the customer</source>
   <translation>Meddelande till kunden</translation>
  </message>
  <message>
   <source>New message to the customer</source>
   <translation>Nytt meddelande till kunden</translation>
  </message>
  <message>
   <source>Purpose</source>
   <translation>Syfte</translation>
  </message>
  <message>
   <source>Say how the customer agreed to get the message.</source>
   <translation>Välj var ni kom överens med kunden om meddelandet.</translation>
  </message>
  <message>
   <source>Send and close</source>
   <translation>Skicka och stäng</translation>
  </message>
  <message>
   <source>Send, can be answered</source>
   <translation>Skicka, kan besvaras</translation>
  </message>
  <message>
   <source>The customer finds the message when she identifies on the page. No e-mail or text message is sent.</source>
   <translation>Kunden hittar meddelandet genom att identifiera sig på kundsidan. Ingen e-post och inget textmeddelande skickas.</translation>
  </message>
  <message>
   <source>Write the day on which it was agreed, for example 23.11.2026.</source>
   <translation>Skriv den dag då ni kom överens, till exempel 23.11.2026.</translation>
  </message>
 </context>
 <context>
  <name>Announcer</name>
  <message>
   <source>Show Vuoro</source>
   <translation>Visa Vuoro</translation>
  </message>
 </context>
 <context>
  <name>ArchivePane</name>
  <message>
   <source>Archive</source>
   <translation>Arkiv</translation>
  </message>
  <message>
   <source>Closed conversations</source>
   <translation>Avslutade samtal</translation>
  </message>
  <message>
   <source>Conversations: {today} today · {month} this month · {year} this year · {ever} in all</source>
   <translation>Samtal: {today} i dag · {month} den här månaden · {year} i år · {ever} totalt</translation>
  </message>
  <message>
   <source>Nothing was found. Only conversations of your own queues are here.</source>
   <translation>Inget hittades. Här finns bara samtal i dina egna köer.</translation>
  </message>
  <message>
   <source>Search further back</source>
   <translation>Sök längre bakåt</translation>
  </message>
  <message>
   <source>What is looked for</source>
   <translation>Vad som söks</translation>
  </message>
 </context>
 <context>
  <name>AskForm</name>
  <message>
   <source>Ask a professional</source>
   <translation>Fråga en yrkesperson</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Avbryt</translation>
  </message>
  <message>
   <source>Not urgent</source>
   <translation>Icke-brådskande</translation>
  </message>
  <message>
   <source>Send the question</source>
   <translation>Skicka frågan</translation>
  </message>
  <message>
   <source>Subject</source>
   <translation>Ämne</translation>
  </message>
  <message>
   <source>Subject, without names</source>
   <translation>Ämne, inga namn</translation>
  </message>
  <message>
   <source>The line {promise}, due at 16.00.</source>
   <translation>Linjen {promise}, senast kl. 16.00.</translation>
  </message>
  <message>
   <source>The number stands beside the consultation. Call, then record the call there.</source>
   <translation>Numret står bredvid konsultationen. Ring och registrera samtalet där.</translation>
  </message>
  <message>
   <source>The question, the customer does not see it</source>
   <translation>Frågan, syns inte för kunden</translation>
  </message>
  <message>
   <source>Urgent: I call</source>
   <translation>Brådskande: jag ringer</translation>
  </message>
  <message>
   <source>What do you ask?</source>
   <translation>Vad frågar du?</translation>
  </message>
  <message>
   <source>Whom do you ask?</source>
   <translation>Vem frågar du?</translation>
  </message>
 </context>
 <context>
  <name>AttachedLines</name>
  <message>
   <source>About the conversation with customer {alias}</source>
   <translation>Gäller samtalet med kund {alias}</translation>
  </message>
  <message>
   <source>Counsellor</source>
   <translation>Rådgivare</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kund</translation>
  </message>
  <message>
   <source>Lines of the conversation that go along</source>
   <translation>Rader i samtalet som följer med</translation>
  </message>
  <message>
   <source>Only the lines you tick go along, and personal data in them is covered.</source>
   <translation>Bara raderna du väljer följer med, och personuppgifterna i dem täcks över.</translation>
  </message>
  <message>
   <source>The customer lets me tell who she is</source>
   <translation>Kunden har gett lov att berätta vem hon eller han är</translation>
  </message>
  <message>
   <source>The lines you tick go along as they were written.</source>
   <translation>Raderna du väljer följer med så som de är skrivna.</translation>
  </message>
 </context>
 <context>
  <name>BubbleDelegate</name>
  <message>
   <source>Undo sending</source>
   <translation>Ångra sändningen</translation>
  </message>
 </context>
 <context>
  <name>CallbackDetailView</name>
  <message>
   <source>A message may be left on voicemail, without saying what it is about.</source>
   <translation>Du får lämna ett meddelande i telefonsvararen, men säg inte vad saken gäller.</translation>
  </message>
  <message>
   <source>Attempt outcome</source>
   <translation>Försökets resultat</translation>
  </message>
  <message>
   <source>Attempts</source>
   <translation>Försök</translation>
  </message>
  <message>
   <source>Before calling</source>
   <translation>Före samtalet</translation>
  </message>
  <message>
   <source>Begin like this</source>
   <translation>Börja så här</translation>
  </message>
  <message>
   <source>Call again</source>
   <translation>Jag ringer igen</translation>
  </message>
  <message>
   <source>Callback request · left {when}</source>
   <translation>Begäran om uppringning · lämnad {when}</translation>
  </message>
  <message>
   <source>Choose a request in the list.</source>
   <translation>Välj en begäran i listan.</translation>
  </message>
  <message>
   <source>Closes uncalled {when}, and the customer is told.</source>
   <translation>Avslutas utan samtal {when}, och kunden får veta det.</translation>
  </message>
  <message>
   <source>Copy the number</source>
   <translation>Kopiera numret</translation>
  </message>
  <message>
   <source>Everything is in order: you may call now.</source>
   <translation>Allt är i sin ordning: du kan ringa nu.</translation>
  </message>
  <message>
   <source>Give back</source>
   <translation>Lämna tillbaka</translation>
  </message>
  <message>
   <source>I am dialling</source>
   <translation>Jag ringer nu</translation>
  </message>
  <message>
   <source>New message to the customer</source>
   <translation>Nytt meddelande till kunden</translation>
  </message>
  <message>
   <source>No message may be left on voicemail.</source>
   <translation>Du får inte lämna meddelande i telefonsvararen.</translation>
  </message>
  <message>
   <source>Nobody has called yet.</source>
   <translation>Ingen har ringt ännu.</translation>
  </message>
  <message>
   <source>Outcomes can be chosen when you have pressed “I am dialling”.</source>
   <translation>Du kan välja resultat när du har tryckt på ”Jag ringer nu”.</translation>
  </message>
  <message>
   <source>Record and close</source>
   <translation>Registrera och avsluta</translation>
  </message>
  <message>
   <source>Record the attempt</source>
   <translation>Registrera försöket</translation>
  </message>
  <message>
   <source>Take the request</source>
   <translation>Ta emot begäran</translation>
  </message>
  <message>
   <source>The attempt is being recorded…</source>
   <translation>Försöket registreras…</translation>
  </message>
  <message>
   <source>The next attempt is proposed for {when}.</source>
   <translation>Nästa försök föreslås {when}.</translation>
  </message>
  <message>
   <source>The request closes.</source>
   <translation>Begäran avslutas.</translation>
  </message>
  <message>
   <source>The third attempt is the last one. If the customer is not reached, the request closes as not reached and she is told so on the page. No new time is chosen.</source>
   <translation>Det tredje försöket är det sista. Om kunden inte nås avslutas begäran som ”inte nådd” och kunden får veta det på sidan. Ingen ny tid väljs.</translation>
  </message>
  <message>
   <source>The whole number is shown when you take the request.</source>
   <translation>Hela numret visas när du tar emot begäran.</translation>
  </message>
  <message>
   <source>{number}. attempt · {when}</source>
   <translation>Försök {number} · {when}</translation>
  </message>
 </context>
 <context>
  <name>CallbacksPane</name>
  <message>
   <source>A callback request appears here when a customer leaves one.</source>
   <translation>En begäran om uppringning visas här när en kund lämnar en.</translation>
  </message>
  <message>
   <source>A number is shown whole when you take its request. A request you have taken goes back to the list when your shift ends.</source>
   <translation>Numret visas helt först när du tar emot begäran. En begäran som du har tagit emot går tillbaka till listan när ditt skift slutar.</translation>
  </message>
  <message>
   <source>Callback requests</source>
   <translation>Begäranden om uppringning</translation>
  </message>
  <message>
   <source>Called today: reached {reached} · not reached {missed}</source>
   <translation>Ringt i dag: nådda {reached} · inte nådda {missed}</translation>
  </message>
  <message>
   <source>Calling time is closed</source>
   <translation>Ringtiden är stängd</translation>
  </message>
  <message>
   <source>Calling time is closed · opens {when}</source>
   <translation>Ringtiden är stängd · öppnar {when}</translation>
  </message>
  <message>
   <source>Calling time is open · closes in {time}</source>
   <translation>Ringtiden är öppen · stänger om {time}</translation>
  </message>
  <message>
   <source>No callback request can be taken just now.</source>
   <translation>Ingen begäran om uppringning kan tas emot just nu.</translation>
  </message>
  <message>
   <source>Take the next</source>
   <translation>Ta nästa</translation>
  </message>
 </context>
 <context>
  <name>CannedPanel</name>
  <message>
   <source>Canned answers</source>
   <translation>Färdiga svar</translation>
  </message>
  <message>
   <source>Canned answers; Enter inserts</source>
   <translation>Färdiga svar; Enter infogar</translation>
  </message>
  <message>
   <source>No canned answer has those words. Try others.</source>
   <translation>Inget färdigt svar har de orden. Pröva med andra.</translation>
  </message>
  <message>
   <source>Search the canned answers</source>
   <translation>Sök bland svaren</translation>
  </message>
 </context>
 <context>
  <name>ChatTabs</name>
  <message numerus="yes">
   <source>%n new</source>
   <translation>
    <numerusform>%n ny</numerusform>
    <numerusform>%n nya</numerusform>
   </translation>
  </message>
  <message>
   <source>Your conversations</source>
   <translation>Dina samtal</translation>
  </message>
  <message>
   <source>ended</source>
   <translation>avslutat</translation>
  </message>
  <message>
   <source>has waited {clock}</source>
   <translation>har väntat {clock}</translation>
  </message>
  <message>
   <source>non-urgent message</source>
   <translation>icke-brådskande meddelande</translation>
  </message>
  <message>
   <source>reading along</source>
   <translation>med</translation>
  </message>
  <message>
   <source>wrap-up missing</source>
   <translation>avslutandet återstår</translation>
  </message>
  <message>
   <source>you read along</source>
   <translation>du är med i samtalet</translation>
  </message>
 </context>
 <context>
  <name>Columns</name>
  <message>
   <source>Customer</source>
   <translation>Kund</translation>
  </message>
  <message>
   <source>Work view</source>
   <translation>Arbetsvy</translation>
  </message>
 </context>
 <context>
  <name>Completion</name>
  <message>
   <source>Arrows choose · Enter inserts · Esc closes</source>
   <translation>Pilarna väljer · Enter infogar · Esc stänger</translation>
  </message>
  <message>
   <source>Canned answers</source>
   <translation>Färdiga svar</translation>
  </message>
 </context>
 <context>
  <name>Composer</name>
  <message numerus="yes">
   <source>%n character(s) left</source>
   <translation>
    <numerusform>%n tecken kvar</numerusform>
    <numerusform>%n tecken kvar</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n character(s) too many</source>
   <translation>
    <numerusform>%n tecken för mycket</numerusform>
    <numerusform>%n tecken för mycket</numerusform>
   </translation>
  </message>
  <message>
   <source>Call for help…</source>
   <translation>Be om hjälp…</translation>
  </message>
  <message>
   <source>Canned answers</source>
   <translation>Färdiga svar</translation>
  </message>
  <message>
   <source>Draft in memory only</source>
   <translation>Utkastet bara i minnet</translation>
  </message>
  <message>
   <source>Draft saved {clock}</source>
   <translation>Utkastet sparat {clock}</translation>
  </message>
  <message numerus="yes">
   <source>Long sentence: %n word(s)</source>
   <translation>
    <numerusform>Lång mening: %n ord</numerusform>
    <numerusform>Lång mening: %n ord</numerusform>
   </translation>
  </message>
  <message>
   <source>Message to customer {alias}</source>
   <translation>Meddelande till kund {alias}</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Skicka</translation>
  </message>
  <message numerus="yes">
   <source>Send in %n part(s)</source>
   <translation>
    <numerusform>Skicka i %n del</numerusform>
    <numerusform>Skicka i %n delar</numerusform>
   </translation>
  </message>
  <message>
   <source>Shift Enter breaks the line</source>
   <translation>Shift Enter byter rad</translation>
  </message>
  <message>
   <source>Too long to paste: {count} characters. It is still on the clipboard; paste it in parts.</source>
   <translation>För långt att klistra in: {count} tecken. Texten finns kvar i urklipp; klistra in den i delar.</translation>
  </message>
  <message>
   <source>returned to the draft</source>
   <translation>återgick till utkast</translation>
  </message>
 </context>
 <context>
  <name>ConsentPart</name>
  <message>
   <source>Ask anew</source>
   <translation>Fråga på nytt</translation>
  </message>
  <message>
   <source>Ask for permission</source>
   <translation>Be om lov</translation>
  </message>
  <message>
   <source>Moves: {scope}</source>
   <translation>Överförs: {scope}</translation>
  </message>
  <message>
   <source>Permission to transfer</source>
   <translation>Lov att överföra</translation>
  </message>
 </context>
 <context>
  <name>ConsultationsPane</name>
  <message>
   <source>A consultation appears here when a professional asks your line, or you ask one.</source>
   <translation>En konsultation kommer hit när en yrkesperson frågar din linje, eller när du frågar.</translation>
  </message>
  <message>
   <source>Ask a professional…</source>
   <translation>Fråga en yrkesperson…</translation>
  </message>
  <message>
   <source>Choose a consultation, or ask a professional.</source>
   <translation>Välj en konsultation eller fråga en yrkesperson.</translation>
  </message>
  <message>
   <source>Consultations</source>
   <translation>Konsultationer</translation>
  </message>
  <message>
   <source>There is none of these just now.</source>
   <translation>Det finns inga sådana just nu.</translation>
  </message>
 </context>
 <context>
  <name>ConversationHeader</name>
  <message>
   <source>Actions</source>
   <translation>Åtgärder</translation>
  </message>
  <message>
   <source>End conversation…</source>
   <translation>Avsluta samtalet…</translation>
  </message>
  <message>
   <source>Ending…</source>
   <translation>Avslutas…</translation>
  </message>
  <message>
   <source>End…</source>
   <translation>Avsluta…</translation>
  </message>
  <message>
   <source>Transferring…</source>
   <translation>Överförs…</translation>
  </message>
  <message>
   <source>Transfer…</source>
   <translation>Överför…</translation>
  </message>
  <message>
   <source>Wrap up…</source>
   <translation>Registrera och avsluta…</translation>
  </message>
  <message>
   <source>waits {clock}</source>
   <translation>väntar {clock}</translation>
  </message>
 </context>
 <context>
  <name>CustomerPanel</name>
  <message>
   <source>Came</source>
   <translation>Anlände</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kund</translation>
  </message>
  <message>
   <source>Identification</source>
   <translation>Identifiering</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Språk</translation>
  </message>
  <message>
   <source>Permission</source>
   <translation>Lov</translation>
  </message>
  <message>
   <source>Pre-information</source>
   <translation>Förhandsuppgifter</translation>
  </message>
  <message>
   <source>Question</source>
   <translation>Fråga</translation>
  </message>
  <message>
   <source>Queue</source>
   <translation>Kö</translation>
  </message>
  <message>
   <source>Waited</source>
   <translation>Väntade</translation>
  </message>
  <message>
   <source>What is known of the customer</source>
   <translation>Det som är känt om kunden</translation>
  </message>
  <message>
   <source>Who is in front of you and what she asked stands here.</source>
   <translation>Här ser du uppgifterna om den kund du talar med och hens fråga.</translation>
  </message>
  <message>
   <source>identified</source>
   <translation>identifierad</translation>
  </message>
  <message>
   <source>not identified</source>
   <translation>inte identifierad</translation>
  </message>
 </context>
 <context>
  <name>DebriefSection</name>
  <message>
   <source>Problem situations</source>
   <translation>Problemsituationer</translation>
  </message>
 </context>
 <context>
  <name>DepartedView</name>
  <message>
   <source>Not sent</source>
   <translation>Inte skickat</translation>
  </message>
  <message>
   <source>Text not sent to customer {alias}</source>
   <translation>Text som inte skickades till kund {alias}</translation>
  </message>
 </context>
 <context>
  <name>FileDeeds</name>
  <message>
   <source>Close the notice</source>
   <translation>Stäng meddelandet</translation>
  </message>
  <message>
   <source>Save the attachment</source>
   <translation>Spara bilagan</translation>
  </message>
  <message>
   <source>Stop printing</source>
   <translation>Avbryt utskriften</translation>
  </message>
  <message>
   <source>The file is being saved…</source>
   <translation>Bilagan sparas…</translation>
  </message>
 </context>
 <context>
  <name>HandbookSheet</name>
  <message>
   <source>Ask for support</source>
   <translation>Be om stöd</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Stäng</translation>
  </message>
  <message>
   <source>Instructions</source>
   <translation>Anvisningar</translation>
  </message>
  <message>
   <source>Instructions, processes and responsibilities</source>
   <translation>Anvisningar, förfaranden och ansvar</translation>
  </message>
  <message>
   <source>No instruction has those words. Try others.</source>
   <translation>Ingen anvisning innehåller de orden. Pröva andra.</translation>
  </message>
  <message>
   <source>Search the instructions</source>
   <translation>Sök i anvisningarna</translation>
  </message>
  <message>
   <source>The instruction</source>
   <translation>Anvisningen</translation>
  </message>
  <message>
   <source>Write a question</source>
   <translation>Skriv en fråga</translation>
  </message>
  <message>
   <source>Your county has not written instructions into the program yet.</source>
   <translation>Ditt välfärdsområde har ännu inte skrivit anvisningar i programmet.</translation>
  </message>
 </context>
 <context>
  <name>HelpPane</name>
  <message>
   <source>Call for help</source>
   <translation>Be om hjälp</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Avbryt</translation>
  </message>
  <message>
   <source>English</source>
   <translation>Engelska</translation>
  </message>
  <message>
   <source>Interpreter</source>
   <translation>Tolk</translation>
  </message>
  <message>
   <source>Language barrier: call for help</source>
   <translation>Språkhinder: be om hjälp</translation>
  </message>
  <message>
   <source>Swedish</source>
   <translation>Svenska</translation>
  </message>
  <message>
   <source>What do you need help with? The supervisors alone see this; it may be empty.</source>
   <translation>Vad behöver du hjälp med? Bara cheferna ser detta; fältet kan lämnas tomt.</translation>
  </message>
 </context>
 <context>
  <name>HelpSection</name>
  <message>
   <source>I am coming</source>
   <translation>Jag kommer</translation>
  </message>
  <message>
   <source>Join</source>
   <translation>Anslut</translation>
  </message>
  <message>
   <source>Needs help</source>
   <translation>Behöver hjälp</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öppna</translation>
  </message>
  <message>
   <source>Take over…</source>
   <translation>Ta över…</translation>
  </message>
 </context>
 <context>
  <name>IdentityBox</name>
  <message>
   <source>Cover the code</source>
   <translation>Dölj beteckningen</translation>
  </message>
  <message>
   <source>Identification</source>
   <translation>Identifiering</translation>
  </message>
  <message>
   <source>Identity code</source>
   <translation>Beteckning</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Namn</translation>
  </message>
  <message>
   <source>On behalf of</source>
   <translation>För</translation>
  </message>
  <message>
   <source>Show the code</source>
   <translation>Visa beteckningen</translation>
  </message>
  <message>
   <source>That it was shown is written into the log of use.</source>
   <translation>Att den visades antecknas i användningsloggen.</translation>
  </message>
  <message>
   <source>covered</source>
   <translation>dold</translation>
  </message>
  <message>
   <source>none</source>
   <translation>finns inte</translation>
  </message>
 </context>
 <context>
  <name>InternalBand</name>
  <message>
   <source>A consultation is never shown to a customer, nor in the copy of a conversation.</source>
   <translation>Konsultationen syns inte för kunden och inte i kopian av ett samtal.</translation>
  </message>
  <message>
   <source>For professionals only</source>
   <translation>Endast för yrkespersoner</translation>
  </message>
 </context>
 <context>
  <name>InternalNote</name>
  <message>
   <source>Internal message</source>
   <translation>Internt meddelande</translation>
  </message>
  <message>
   <source>Transferred by {name} at {clock}</source>
   <translation>{name} överförde kl. {clock}</translation>
  </message>
  <message>
   <source>the customer does not see this</source>
   <translation>syns inte för kunden</translation>
  </message>
 </context>
 <context>
  <name>JoinedPanel</name>
  <message>
   <source>About the conversation you read along</source>
   <translation>Om samtalet du följer med</translation>
  </message>
  <message>
   <source>Answers the customer</source>
   <translation>Svarar kunden</translation>
  </message>
  <message>
   <source>Called</source>
   <translation>Kallad</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Språk</translation>
  </message>
  <message>
   <source>Newest notes</source>
   <translation>Senaste anteckningarna</translation>
  </message>
  <message>
   <source>No reason was written.</source>
   <translation>Ingen orsak skrevs.</translation>
  </message>
  <message>
   <source>Pre-information</source>
   <translation>Förhandsuppgifter</translation>
  </message>
  <message>
   <source>Question</source>
   <translation>Fråga</translation>
  </message>
  <message>
   <source>Queue</source>
   <translation>Kö</translation>
  </message>
  <message>
   <source>Responsible</source>
   <translation>Ansvarig</translation>
  </message>
  <message>
   <source>Since</source>
   <translation>Sedan</translation>
  </message>
  <message>
   <source>The line of {name} is away.</source>
   <translation>{name}: anslutningen är bruten.</translation>
  </message>
  <message>
   <source>Topic</source>
   <translation>Ämne</translation>
  </message>
  <message>
   <source>Transfers</source>
   <translation>Överföringar</translation>
  </message>
  <message>
   <source>Unanswered for</source>
   <translation>Väntat på svar</translation>
  </message>
  <message>
   <source>Waited</source>
   <translation>Väntade</translation>
  </message>
  <message>
   <source>Why you were called</source>
   <translation>Varför du kallades</translation>
  </message>
  <message>
   <source>identified</source>
   <translation>identifierad</translation>
  </message>
  <message>
   <source>not identified</source>
   <translation>inte identifierad</translation>
  </message>
  <message>
   <source>{clock}, for {time}</source>
   <translation>kl. {clock}, {time}</translation>
  </message>
 </context>
 <context>
  <name>JoinedView</name>
  <message>
   <source>Conversation with customer {alias}, you read along</source>
   <translation>Samtal med kund {alias}, du är med</translation>
  </message>
 </context>
 <context>
  <name>KeyList</name>
  <message>
   <source>Keys</source>
   <translation>Tangenter</translation>
  </message>
 </context>
 <context>
  <name>LoadChip</name>
  <message>
   <source>Conversations</source>
   <translation>Samtal</translation>
  </message>
 </context>
 <context>
  <name>MarkBox</name>
  <message>
   <source>Mark the contact…</source>
   <translation>Märk kontakten…</translation>
  </message>
  <message>
   <source>Marks of the contact</source>
   <translation>Märkningar av kontakten</translation>
  </message>
  <message>
   <source>Mystery customer or test</source>
   <translation>Mysteriekund eller test</translation>
  </message>
  <message>
   <source>Mystery customer or test, marked: left out of the figures</source>
   <translation>Mysteriekund eller test, markerad: räknas inte med i siffrorna</translation>
  </message>
  <message>
   <source>Mystery customer or test: left out of the figures</source>
   <translation>Mysteriekund eller test: räknas inte med i siffrorna</translation>
  </message>
 </context>
 <context>
  <name>MaskPanel</name>
  <message>
   <source>Cancel</source>
   <translation>Avbryt</translation>
  </message>
  <message>
   <source>Earlier message</source>
   <translation>Föregående meddelande</translation>
  </message>
  <message>
   <source>Later message</source>
   <translation>Nästa meddelande</translation>
  </message>
  <message>
   <source>Mask for good</source>
   <translation>Dölj för gott</translation>
  </message>
  <message>
   <source>Mask part of the customer's message at {clock}</source>
   <translation>Dölj en del av kundens meddelande kl. {clock}</translation>
  </message>
  <message>
   <source>Mask part of the message sent at {clock}</source>
   <translation>Dölj en del av meddelandet som skickades kl. {clock}</translation>
  </message>
  <message>
   <source>Select what must not stand here: with the mouse, or with Shift and the arrow keys.</source>
   <translation>Markera det som inte får stå kvar: med musen eller med Skift och piltangenterna.</translation>
  </message>
  <message>
   <source>is masked for good, for the customer too. It is kept nowhere and cannot be undone.</source>
   <translation>döljs för gott, också för kunden. Det sparas ingenstans och kan inte ångras.</translation>
  </message>
 </context>
 <context>
  <name>MaterialSheet</name>
  <message>
   <source>Back to the conversation</source>
   <translation>Tillbaka till samtalet</translation>
  </message>
  <message>
   <source>Copied.</source>
   <translation>Kopierad.</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopiera</translation>
  </message>
  <message>
   <source>I have read it through</source>
   <translation>Jag har läst igenom texten</translation>
  </message>
  <message>
   <source>It could not be saved there. The text is still here; choose another place.</source>
   <translation>Filen kunde inte sparas där. Texten finns kvar här; välj en annan plats.</translation>
  </message>
  <message>
   <source>Names, numbers, addresses, days and times that could be found are covered. Not everything can be found: read the text through yourself and take out whatever tells who or where somebody is. You can change it here; nothing is kept before you save or copy it.</source>
   <translation>Namn, nummer, adresser, dagar och klockslag som hittades är täckta. Allt går inte att hitta: läs själv igenom texten och ta bort det som berättar vem eller var någon är. Du kan ändra texten här. Ingenting sparas förrän du sparar eller kopierar.</translation>
  </message>
  <message>
   <source>Read this before you save</source>
   <translation>Läs detta innan du sparar</translation>
  </message>
  <message>
   <source>Save without personal data</source>
   <translation>Spara utan personuppgifter</translation>
  </message>
  <message>
   <source>Saved. Whoever can open the file can read it.</source>
   <translation>Sparad. Alla som kommer åt filen kan läsa den.</translation>
  </message>
  <message>
   <source>The conversation without personal data</source>
   <translation>Samtalet utan personuppgifter</translation>
  </message>
  <message>
   <source>Without personal data</source>
   <translation>Utan personuppgifter</translation>
  </message>
  <message>
   <source>good practice</source>
   <translation>god praxis</translation>
  </message>
 </context>
 <context>
  <name>MessagesPane</name>
  <message>
   <source>Choose a message.</source>
   <translation>Välj ett meddelande.</translation>
  </message>
  <message>
   <source>Each bar is a working day of the promise. Weekends and holidays do not use it up.</source>
   <translation>En stapel är en vardag av servicelöftet. Veckoslut och helger räknas inte.</translation>
  </message>
  <message>
   <source>No message waits. They come at any hour and are answered within working days.</source>
   <translation>Inget meddelande väntar. De kan komma när som helst och besvaras inom vardagar.</translation>
  </message>
  <message>
   <source>Non-urgent messages</source>
   <translation>Icke-brådskande meddelanden</translation>
  </message>
  <message>
   <source>Open the conversation</source>
   <translation>Öppna samtalet</translation>
  </message>
  <message>
   <source>Take to answer</source>
   <translation>Ta för att besvara</translation>
  </message>
 </context>
 <context>
  <name>ModeSwitch</name>
  <message>
   <source>An application</source>
   <translation>Ansökan</translation>
  </message>
  <message>
   <source>Into a queue</source>
   <translation>Till en kö</translation>
  </message>
  <message>
   <source>To a professional</source>
   <translation>Till en yrkesperson</translation>
  </message>
 </context>
 <context>
  <name>NobodyView</name>
  <message numerus="yes">
   <source>%n customer(s) waiting</source>
   <translation>
    <numerusform>%n kund väntar.</numerusform>
    <numerusform>%n kunder väntar.</numerusform>
   </translation>
  </message>
  <message>
   <source>Every customer has been served.</source>
   <translation>Alla kunder har betjänats.</translation>
  </message>
  <message>
   <source>Fetching the queues…</source>
   <translation>Hämtar köerna…</translation>
  </message>
  <message>
   <source>Nobody is waiting just now</source>
   <translation>Ingen väntar just nu</translation>
  </message>
  <message>
   <source>Take the most urgent</source>
   <translation>Ta den mest brådskande</translation>
  </message>
  <message>
   <source>The chat is closed.</source>
   <translation>Chatten är stängd.</translation>
  </message>
  <message>
   <source>The chat is open around the clock.</source>
   <translation>Chatten är öppen dygnet runt.</translation>
  </message>
  <message>
   <source>The chat is open until {clock}.</source>
   <translation>Chatten är öppen till {clock}.</translation>
  </message>
  <message>
   <source>They appear here as soon as the connection works.</source>
   <translation>De visas här så snart anslutningen fungerar.</translation>
  </message>
  <message>
   <source>You have no conversation open</source>
   <translation>Du har inget öppet samtal</translation>
  </message>
 </context>
 <context>
  <name>NoteBox</name>
  <message>
   <source>For professionals only.</source>
   <translation>Bara för yrkespersoner. Kunden ser den inte.</translation>
  </message>
  <message>
   <source>Keep the note</source>
   <translation>Spara anteckningen</translation>
  </message>
  <message>
   <source>Note, the customer does not see this</source>
   <translation>Anteckning, kunden ser den inte</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Anteckningar</translation>
  </message>
  <message>
   <source>Write a note…</source>
   <translation>Skriv en anteckning…</translation>
  </message>
 </context>
 <context>
  <name>OfferPanel</name>
  <message numerus="yes">
   <source>%n more offered</source>
   <translation>
    <numerusform>dessutom %n erbjudande</numerusform>
    <numerusform>dessutom %n erbjudanden</numerusform>
   </translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>Ta emot</translation>
  </message>
  <message>
   <source>Accepting…</source>
   <translation>Tas emot…</translation>
  </message>
  <message>
   <source>Decline</source>
   <translation>Avböj</translation>
  </message>
  <message>
   <source>Decline…</source>
   <translation>Avböj…</translation>
  </message>
  <message>
   <source>Why not? The one who offered it sees this.</source>
   <translation>Varför inte? Den som erbjöd ser detta.</translation>
  </message>
  <message>
   <source>Why you decline, for who offered it</source>
   <translation>Varför du avböjer, till den som erbjöd</translation>
  </message>
 </context>
 <context>
  <name>OnCallCard</name>
  <message>
   <source>Copy the number</source>
   <translation>Kopiera numret</translation>
  </message>
  <message>
   <source>Record the call</source>
   <translation>Registrera samtalet</translation>
  </message>
  <message>
   <source>Urgent? Call</source>
   <translation>Brådskande? Ring</translation>
  </message>
  <message>
   <source>What was agreed on the phone, the customer does not see this</source>
   <translation>Vad ni kom överens om i telefon, syns inte för kunden</translation>
  </message>
  <message>
   <source>What was agreed…</source>
   <translation>Vad ni kom överens om…</translation>
  </message>
  <message>
   <source>answers now</source>
   <translation>svarar nu</translation>
  </message>
  <message>
   <source>does not answer now</source>
   <translation>svarar inte nu</translation>
  </message>
  <message>
   <source>look at the hours</source>
   <translation>se tiderna</translation>
  </message>
 </context>
 <context>
  <name>OpenedArchive</name>
  <message>
   <source>Choose a conversation.</source>
   <translation>Välj ett samtal.</translation>
  </message>
  <message>
   <source>Go on with the text you changed…</source>
   <translation>Fortsätt med texten du ändrade…</translation>
  </message>
  <message>
   <source>Record of the conversation</source>
   <translation>Uppgifter om samtalet</translation>
  </message>
  <message>
   <source>Save without personal data…</source>
   <translation>Spara utan personuppgifter…</translation>
  </message>
  <message>
   <source>What was said</source>
   <translation>Vad som sades</translation>
  </message>
 </context>
 <context>
  <name>OpenedConsultation</name>
  <message>
   <source>Add to the answer</source>
   <translation>Komplettera svaret</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Svara</translation>
  </message>
  <message>
   <source>Ask back</source>
   <translation>Be om precisering</translation>
  </message>
  <message>
   <source>Ask further</source>
   <translation>Fråga vidare</translation>
  </message>
  <message>
   <source>Ask further…</source>
   <translation>Fråga vidare…</translation>
  </message>
  <message>
   <source>Give back</source>
   <translation>Ge tillbaka</translation>
  </message>
  <message>
   <source>List</source>
   <translation>Lista</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Skicka</translation>
  </message>
  <message>
   <source>Take to answer</source>
   <translation>Ta för att svara</translation>
  </message>
  <message>
   <source>The answer is enough</source>
   <translation>Svaret räcker, avsluta</translation>
  </message>
  <message>
   <source>What has been said in the consultation</source>
   <translation>Det som sagts i konsultationen</translation>
  </message>
  <message>
   <source>Withdraw the question</source>
   <translation>Dra tillbaka frågan</translation>
  </message>
  <message>
   <source>Words for the consultation, the customer does not see them</source>
   <translation>Text till konsultationen, syns inte för kunden</translation>
  </message>
  <message>
   <source>Write on…</source>
   <translation>Komplettera frågan…</translation>
  </message>
  <message>
   <source>Write the answer…</source>
   <translation>Skriv svaret…</translation>
  </message>
 </context>
 <context>
  <name>OpeningPart</name>
  <message>
   <source>If Vuoro was not signed out of last time, the work goes on where it stopped, with its drafts.</source>
   <translation>Om ingen loggade ut ur Vuoro förra gången fortsätter arbetet med sina utkast där det blev.</translation>
  </message>
  <message>
   <source>Sign in as someone else</source>
   <translation>Logga in som någon annan</translation>
  </message>
  <message>
   <source>The server cannot be reached. Drafts and unsent messages are safe on this computer.</source>
   <translation>Servern nås inte. Utkast och oskickade meddelanden är sparade på den här datorn.</translation>
  </message>
  <message>
   <source>Try now</source>
   <translation>Försök nu</translation>
  </message>
  <message numerus="yes">
   <source>Trying again in %n second(s).</source>
   <translation>
    <numerusform>Försöker igen om %n sekund.</numerusform>
    <numerusform>Försöker igen om %n sekunder.</numerusform>
   </translation>
  </message>
  <message>
   <source>Trying…</source>
   <translation>Försöker…</translation>
  </message>
 </context>
 <context>
  <name>OtherViews</name>
  <message>
   <source>Archive</source>
   <translation>Arkiv</translation>
  </message>
  <message>
   <source>Calls</source>
   <translation>Telefon</translation>
  </message>
  <message>
   <source>Consultations</source>
   <translation>Konsultation</translation>
  </message>
  <message>
   <source>Messages</source>
   <translation>Inkorg</translation>
  </message>
  <message>
   <source>Situation</source>
   <translation>Läget</translation>
  </message>
 </context>
 <context>
  <name>OwnPasswordPart</name>
  <message numerus="yes">
   <source>At least %n character(s): a few words are easy to remember.</source>
   <translation>
    <numerusform>Minst %n tecken: några ord är lätta att minnas.</numerusform>
    <numerusform>Minst %n tecken: några ord är lätta att minnas.</numerusform>
   </translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Tillbaka</translation>
  </message>
  <message>
   <source>Hide the passwords</source>
   <translation>Dölj lösenorden</translation>
  </message>
  <message>
   <source>Keep and sign in</source>
   <translation>Spara och logga in</translation>
  </message>
  <message>
   <source>New password</source>
   <translation>Nytt lösenord</translation>
  </message>
  <message>
   <source>New password again</source>
   <translation>Nytt lösenord igen</translation>
  </message>
  <message>
   <source>Not the one-time password, not one character over and over, and without your user name.</source>
   <translation>Inte engångslösenordet, inte samma tecken om och om igen, och utan ditt användarnamn.</translation>
  </message>
  <message>
   <source>Show the passwords</source>
   <translation>Visa lösenorden</translation>
  </message>
  <message>
   <source>Signing in…</source>
   <translation>Loggar in…</translation>
  </message>
  <message>
   <source>Typed the same in both fields.</source>
   <translation>Samma i båda fälten.</translation>
  </message>
  <message>
   <source>You signed in with a one-time password. Choose a password of your own: nobody else knows it, and from now on you sign in with it.</source>
   <translation>Du loggade in med ett engångslösenord. Välj ett eget lösenord: ingen annan känner till det, och du loggar in med det från och med nu.</translation>
  </message>
 </context>
 <context>
  <name>Palette</name>
  <message>
   <source>Arrows choose · Enter does it · Esc closes · in Finnish, Swedish or English</source>
   <translation>Pilarna väljer · Enter utför · Esc stänger · på finska, svenska eller engelska</translation>
  </message>
  <message>
   <source>Found</source>
   <translation>Hittade</translation>
  </message>
  <message>
   <source>Nothing has those words. Try others, in Finnish, Swedish or English.</source>
   <translation>Inget har de orden. Pröva med andra, på finska, svenska eller engelska.</translation>
  </message>
  <message>
   <source>Search or command</source>
   <translation>Sök eller ge kommando</translation>
  </message>
  <message>
   <source>Search or command: actions, canned answers, conversations</source>
   <translation>Sök eller ge kommando: åtgärder, färdiga svar, samtal</translation>
  </message>
 </context>
 <context>
  <name>PersonMenu</name>
  <message>
   <source>As the system</source>
   <translation>Som i systemet</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>Färger</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Mörk</translation>
  </message>
  <message>
   <source>High contrast</source>
   <translation>Hög kontrast</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Språk</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Ljus</translation>
  </message>
 </context>
 <context>
  <name>PracticeBand</name>
  <message>
   <source>Nothing here reaches real customers or statistics</source>
   <translation>Ingenting här når riktiga kunder eller statistiken</translation>
  </message>
 </context>
 <context>
  <name>PreInformationLines</name>
  <message>
   <source>Corrected</source>
   <translation>Rättat</translation>
  </message>
  <message>
   <source>Correct…</source>
   <translation>Rätta…</translation>
  </message>
  <message>
   <source>Detail</source>
   <translation>Tillägg</translation>
  </message>
  <message>
   <source>Refined</source>
   <translation>Preciserat</translation>
  </message>
  <message>
   <source>Refine…</source>
   <translation>Precisera…</translation>
  </message>
  <message>
   <source>She chose</source>
   <translation>Kunden valde</translation>
  </message>
  <message>
   <source>Topic</source>
   <translation>Ämne</translation>
  </message>
 </context>
 <context>
  <name>PreInformationSheet</name>
  <message>
   <source>Cancel</source>
   <translation>Avbryt</translation>
  </message>
  <message>
   <source>Choose what it is about.</source>
   <translation>Välj vad ärendet gäller.</translation>
  </message>
  <message>
   <source>Correct</source>
   <translation>Rätta</translation>
  </message>
  <message>
   <source>Detail</source>
   <translation>Tillägg</translation>
  </message>
  <message>
   <source>Finer topic</source>
   <translation>Finare ämne</translation>
  </message>
  <message>
   <source>Internal message</source>
   <translation>Internt meddelande</translation>
  </message>
  <message>
   <source>Moves with its history to {queue}. The customer keeps her place and is told in {language}.</source>
   <translation>Flyttas med sin historik till kön {queue}. Kunden behåller sin plats och får veta om flytten ({language}).</translation>
  </message>
  <message>
   <source>Pre-information</source>
   <translation>Förhandsuppgifter</translation>
  </message>
  <message>
   <source>Refine</source>
   <translation>Precisera</translation>
  </message>
  <message>
   <source>Served in</source>
   <translation>Betjänas på</translation>
  </message>
  <message>
   <source>There: {open}, {ahead}.</source>
   <translation>Där: {open}, {ahead}.</translation>
  </message>
  <message>
   <source>This topic has no finer ones. Write the detail; another topic is a correction.</source>
   <translation>Ämnet har inga finare ämnen. Skriv ett tillägg. Om ämnet är fel, rätta det.</translation>
  </message>
  <message>
   <source>What it is about</source>
   <translation>Vad ärendet gäller</translation>
  </message>
  <message>
   <source>What the customer chose stays beside it. She stays with you.</source>
   <translation>Kundens val finns kvar bredvid. Kunden stannar hos dig.</translation>
  </message>
  <message>
   <source>the customer does not see this</source>
   <translation>kunden ser inte detta</translation>
  </message>
 </context>
 <context>
  <name>PresenceButton</name>
  <message>
   <source>Choose whether you take customers</source>
   <translation>Välj om du tar emot kunder</translation>
  </message>
  <message>
   <source>Presence: {word}</source>
   <translation>Status: {word}</translation>
  </message>
 </context>
 <context>
  <name>PresenceMenu</name>
  <message>
   <source>no new customers, your conversations go on</source>
   <translation>inga nya kunder, dina samtal fortsätter</translation>
  </message>
  <message>
   <source>you are not in your place</source>
   <translation>du är inte på plats</translation>
  </message>
  <message>
   <source>you may still take customers</source>
   <translation>du kan ändå ta emot kunder</translation>
  </message>
  <message>
   <source>you take customers</source>
   <translation>du tar emot kunder</translation>
  </message>
 </context>
 <context>
  <name>ProblemCardView</name>
  <message>
   <source>Call and record now</source>
   <translation>Kalla och anteckna nu</translation>
  </message>
  <message>
   <source>Checklist</source>
   <translation>Checklista</translation>
  </message>
  <message>
   <source>Do you want to talk it over with your supervisor? She sees your answer.</source>
   <translation>Vill du gå igenom det med din chef? Chefen ser ditt svar.</translation>
  </message>
  <message>
   <source>English</source>
   <translation>Engelska</translation>
  </message>
  <message>
   <source>Go on writing</source>
   <translation>Fortsätt skriva</translation>
  </message>
  <message>
   <source>Happened already</source>
   <translation>Har redan hänt</translation>
  </message>
  <message>
   <source>House rules</source>
   <translation>Gemensamma spelregler</translation>
  </message>
  <message>
   <source>I say later</source>
   <translation>Jag svarar senare</translation>
  </message>
  <message>
   <source>If a life is in danger right now. Ask where the customer is.</source>
   <translation>Om ett liv är i fara just nu. Fråga var kunden är.</translation>
  </message>
  <message>
   <source>Interpreter</source>
   <translation>Tolk</translation>
  </message>
  <message>
   <source>Language barrier: call for help</source>
   <translation>Språkhinder: be om hjälp</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Nej</translation>
  </message>
  <message>
   <source>Nothing is sent for you.</source>
   <translation>Ingenting skickas åt dig.</translation>
  </message>
  <message>
   <source>Numbers</source>
   <translation>Nummer</translation>
  </message>
  <message>
   <source>Problem situation</source>
   <translation>Problemsituation</translation>
  </message>
  <message>
   <source>Put the numbers into the message</source>
   <translation>Lägg numren i meddelandet</translation>
  </message>
  <message>
   <source>Situation over…</source>
   <translation>Det är över…</translation>
  </message>
  <message>
   <source>Swedish</source>
   <translation>Svenska</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Ja</translation>
  </message>
 </context>
 <context>
  <name>ProblemPanel</name>
  <message>
   <source>Steps can be ticked when the situation has been recorded as begun.</source>
   <translation>Punkterna kan markeras när situationen har antecknats som påbörjad.</translation>
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
    <numerusform>%n väntar</numerusform>
    <numerusform>%n väntar</numerusform>
   </translation>
  </message>
  <message>
   <source>A new customer appears here.</source>
   <translation>En ny kund visas här.</translation>
  </message>
  <message>
   <source>Queues</source>
   <translation>Köer</translation>
  </message>
  <message>
   <source>Take the most urgent</source>
   <translation>Ta den mest brådskande</translation>
  </message>
  <message>
   <source>Take the next</source>
   <translation>Ta nästa</translation>
  </message>
  <message>
   <source>The queue is closed.</source>
   <translation>Kön är stängd.</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Väntar</translation>
  </message>
  <message>
   <source>Waiting customers</source>
   <translation>Väntande kunder</translation>
  </message>
  <message>
   <source>{queue}, has waited {clock}</source>
   <translation>{queue}, har väntat {clock}</translation>
  </message>
 </context>
 <context>
  <name>Said</name>
  <message>
   <source>Conversation with customer {alias}</source>
   <translation>Samtal med kund {alias}</translation>
  </message>
  <message>
   <source>The customer is writing…</source>
   <translation>Kunden skriver…</translation>
  </message>
 </context>
 <context>
  <name>SearchForm</name>
  <message>
   <source>Closed</source>
   <translation>Avslutat</translation>
  </message>
  <message>
   <source>Customer's number or who answered</source>
   <translation>Kundens nummer eller vem som svarade</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Slutresultat</translation>
  </message>
  <message>
   <source>Queue</source>
   <translation>Kö</translation>
  </message>
  <message>
   <source>Reason</source>
   <translation>Orsak</translation>
  </message>
  <message>
   <source>Search</source>
   <translation>Sök</translation>
  </message>
  <message>
   <source>Topic</source>
   <translation>Ämne</translation>
  </message>
  <message>
   <source>Words said in the conversation</source>
   <translation>Ord i samtalet</translation>
  </message>
  <message>
   <source>all</source>
   <translation>alla</translation>
  </message>
  <message>
   <source>in the last 7 days</source>
   <translation>de senaste 7 dagarna</translation>
  </message>
  <message>
   <source>this month</source>
   <translation>den här månaden</translation>
  </message>
  <message>
   <source>this year</source>
   <translation>i år</translation>
  </message>
  <message>
   <source>today</source>
   <translation>i dag</translation>
  </message>
 </context>
 <context>
  <name>ShiftEnd</name>
  <message>
   <source>A message of yours is still on its way. Wait until it has been sent.</source>
   <translation>Ett meddelande från dig är ännu på väg. Vänta tills det har sänts.</translation>
  </message>
  <message>
   <source>Answers to messages that fall due</source>
   <translation>Meddelanden som ska besvaras</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Tillbaka</translation>
  </message>
  <message>
   <source>Callback requests of yours</source>
   <translation>Begäranden om uppringning hos dig</translation>
  </message>
  <message>
   <source>Calls of which you have not said what came</source>
   <translation>Samtal vars resultat du inte har antecknat</translation>
  </message>
  <message>
   <source>Consultations you have taken and not answered</source>
   <translation>Konsultationer som du har tagit men inte besvarat</translation>
  </message>
  <message>
   <source>Customers of yours are answered by somebody else only when you hand them over.</source>
   <translation>Dina kunder får svar av någon annan först när du lämnar över dem.</translation>
  </message>
  <message>
   <source>Customers offered to you</source>
   <translation>Kunder som erbjuds dig</translation>
  </message>
  <message>
   <source>Due callback requests that nobody has opened</source>
   <translation>Oöppnade begäran om uppringning vars tid är inne</translation>
  </message>
  <message>
   <source>End the shift</source>
   <translation>Avsluta skiftet</translation>
  </message>
  <message>
   <source>Falling due by tomorrow at this time: {which}. Answer them, or give them back so that a colleague can.</source>
   <translation>Löper ut inom ett dygn: {which}. Svara, eller ge tillbaka så att en kollega kan svara.</translation>
  </message>
  <message>
   <source>Give back to the line</source>
   <translation>Ge tillbaka till linjen</translation>
  </message>
  <message>
   <source>Messages on their way</source>
   <translation>Meddelanden på väg</translation>
  </message>
  <message>
   <source>Nobody has opened: {which}. They stay in the list for whoever serves the queue next.</source>
   <translation>Ingen har öppnat: {which}. De står kvar i listan för den som härnäst betjänar kön.</translation>
  </message>
  <message>
   <source>Open conversations</source>
   <translation>Öppna samtal</translation>
  </message>
  <message>
   <source>Promises of consultations that fall due</source>
   <translation>Konsultationer vars servicelöfte löper ut</translation>
  </message>
  <message>
   <source>Return to the list</source>
   <translation>Återför till listan</translation>
  </message>
  <message>
   <source>Return to the queue</source>
   <translation>Återför till kön</translation>
  </message>
  <message>
   <source>Show the consultations</source>
   <translation>Visa konsultationerna</translation>
  </message>
  <message>
   <source>Show the list</source>
   <translation>Visa listan</translation>
  </message>
  <message>
   <source>Show the messages</source>
   <translation>Visa meddelandena</translation>
  </message>
  <message>
   <source>The shift ends</source>
   <translation>Skiftet slutar</translation>
  </message>
  <message>
   <source>To be answered by tomorrow at this time: {which}. Those you hold go to a colleague when you return them to the queue.</source>
   <translation>Ska besvaras senast i morgon vid den här tiden: {which}. De du har går till en kollega när du lämnar tillbaka dem till kön.</translation>
  </message>
  <message>
   <source>Unanswered customers</source>
   <translation>Obesvarade kunder</translation>
  </message>
  <message>
   <source>Unsent drafts, kept for you</source>
   <translation>Osända utkast, sparas åt dig</translation>
  </message>
  <message>
   <source>Waiting in your queues</source>
   <translation>Väntande i dina köer</translation>
  </message>
  <message>
   <source>You are signed out when the shift ends. Callback requests go back to the list.</source>
   <translation>Du loggas ut när skiftet avslutas. Begärandena om uppringning återgår till listan.</translation>
  </message>
 </context>
 <context>
  <name>ShiftStart</name>
  <message numerus="yes">
   <source>%n waiting</source>
   <translation>
    <numerusform>%n väntar</numerusform>
    <numerusform>%n väntar</numerusform>
   </translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Tillbaka</translation>
  </message>
  <message>
   <source>Begin the shift</source>
   <translation>Börja skiftet</translation>
  </message>
  <message>
   <source>Choose at least one queue.</source>
   <translation>Välj minst en kö.</translation>
  </message>
  <message>
   <source>Queues of the shift</source>
   <translation>Skiftets köer</translation>
  </message>
  <message>
   <source>The shift begins</source>
   <translation>Skiftet börjar</translation>
  </message>
  <message>
   <source>Which queues do you serve?</source>
   <translation>Vilka köer betjänar du?</translation>
  </message>
 </context>
 <context>
  <name>SignInForm</name>
  <message>
   <source>Hide the password</source>
   <translation>Dölj lösenordet</translation>
  </message>
  <message>
   <source>Password</source>
   <translation>Lösenord</translation>
  </message>
  <message>
   <source>Show the password</source>
   <translation>Visa lösenordet</translation>
  </message>
  <message>
   <source>Sign in</source>
   <translation>Logga in</translation>
  </message>
  <message>
   <source>Signing in…</source>
   <translation>Loggar in…</translation>
  </message>
  <message>
   <source>User name</source>
   <translation>Användarnamn</translation>
  </message>
 </context>
 <context>
  <name>SignInWindow</name>
  <message>
   <source>Choose your password</source>
   <translation>Välj ditt lösenord</translation>
  </message>
  <message>
   <source>Not reached: {server}</source>
   <translation>Servern nås inte: {server}</translation>
  </message>
  <message>
   <source>Opening your work…</source>
   <translation>Öppnar ditt arbete…</translation>
  </message>
  <message>
   <source>Server reached: {server}</source>
   <translation>Servern nådd: {server}</translation>
  </message>
  <message>
   <source>Server: {server}</source>
   <translation>Server: {server}</translation>
  </message>
  <message>
   <source>Sign in to Vuoro</source>
   <translation>Logga in i Vuoro</translation>
  </message>
  <message>
   <source>Social services advice</source>
   <translation>Socialservicens rådgivning</translation>
  </message>
 </context>
 <context>
  <name>SituationPane</name>
  <message numerus="yes">
   <source>%n callback request(s) close uncalled soon, the first {when}.</source>
   <translation>
    <numerusform>%n begäran om uppringning avslutas snart utan samtal: {when}.</numerusform>
    <numerusform>%n begäran om uppringning avslutas snart utan samtal, den första {when}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n callback request(s) closed today, not called in time.</source>
   <translation>
    <numerusform>%n begäran om uppringning avslutades i dag, eftersom den inte hanns med.</numerusform>
    <numerusform>%n begäran om uppringning avslutades i dag, eftersom de inte hanns med.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n callback request(s) due that nobody has opened, the first since {when}.</source>
   <translation>
    <numerusform>%n begäran om uppringning vars tid är inne och som ingen har öppnat, sedan {when}.</numerusform>
    <numerusform>%n begäran om uppringning vars tid är inne och som ingen har öppnat, den första sedan {when}.</numerusform>
   </translation>
  </message>
  <message>
   <source>Answered in time today</source>
   <translation>Svarat i tid i dag</translation>
  </message>
  <message>
   <source>Answered in time, % by half hour</source>
   <translation>Svarat i tid, % per halvtimme</translation>
  </message>
  <message>
   <source>Asking how things stand…</source>
   <translation>Frågar hur läget är…</translation>
  </message>
  <message>
   <source>Conversations now</source>
   <translation>Samtal nu</translation>
  </message>
  <message>
   <source>Longest wait</source>
   <translation>Längsta väntan</translation>
  </message>
  <message>
   <source>Nobody is there just now.</source>
   <translation>Ingen är på plats just nu.</translation>
  </message>
  <message>
   <source>On duty</source>
   <translation>På plats</translation>
  </message>
  <message>
   <source>Professionals</source>
   <translation>Yrkespersoner</translation>
  </message>
  <message>
   <source>Queues</source>
   <translation>Köer</translation>
  </message>
  <message>
   <source>Situation</source>
   <translation>Läget</translation>
  </message>
  <message>
   <source>Waiting now</source>
   <translation>Väntar nu</translation>
  </message>
  <message numerus="yes">
   <source>in %n queue(s)</source>
   <translation>
    <numerusform>i %n kö</numerusform>
    <numerusform>i %n köer</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>of %n seen lately</source>
   <translation>
    <numerusform>%n sedd nyligen</numerusform>
    <numerusform>%n sedda nyligen</numerusform>
   </translation>
  </message>
  <message>
   <source>presence as each has set it</source>
   <translation>status som var och en har valt</translation>
  </message>
  <message>
   <source>updated {clock}</source>
   <translation>uppdaterat {clock}</translation>
  </message>
 </context>
 <context>
  <name>SoundMenu</name>
  <message>
   <source>Every 10 seconds</source>
   <translation>Var 10:e sekund</translation>
  </message>
  <message>
   <source>Every 20 seconds</source>
   <translation>Var 20:e sekund</translation>
  </message>
  <message>
   <source>Every minute</source>
   <translation>Varje minut</translation>
  </message>
  <message>
   <source>Loud</source>
   <translation>Högt</translation>
  </message>
  <message>
   <source>Normal</source>
   <translation>Normalt</translation>
  </message>
  <message>
   <source>Once only</source>
   <translation>Bara en gång</translation>
  </message>
  <message>
   <source>Repeat until seen</source>
   <translation>Upprepa tills jag har sett det</translation>
  </message>
  <message>
   <source>Soft</source>
   <translation>Lågt</translation>
  </message>
  <message>
   <source>Sound for a possible crisis</source>
   <translation>Ljud vid möjlig kris</translation>
  </message>
  <message>
   <source>Sound is on</source>
   <translation>Ljudet är på</translation>
  </message>
  <message>
   <source>Sound of new work</source>
   <translation>Ljud för nytt arbete</translation>
  </message>
  <message>
   <source>There is no notification area on this desktop</source>
   <translation>Det finns inget meddelandefält på det här skrivbordet</translation>
  </message>
  <message>
   <source>This computer has no sound device just now</source>
   <translation>Den här datorn har ingen ljudenhet just nu</translation>
  </message>
  <message>
   <source>Try the sound</source>
   <translation>Prova ljudet</translation>
  </message>
  <message>
   <source>Volume</source>
   <translation>Volym</translation>
  </message>
 </context>
 <context>
  <name>StandingNotice</name>
  <message>
   <source>Anonymous chat:</source>
   <translation>Anonym chatt:</translation>
  </message>
  <message>
   <source>Ask to identify</source>
   <translation>Be kunden identifiera sig</translation>
  </message>
  <message>
   <source>general advice only. Do not ask for personal data.</source>
   <translation>endast allmän rådgivning. Fråga inte efter personuppgifter.</translation>
  </message>
 </context>
 <context>
  <name>StatusBar</name>
  <message numerus="yes">
   <source>%n draft(s) in memory only</source>
   <translation>
    <numerusform>%n utkast bara i minnet</numerusform>
    <numerusform>%n utkast bara i minnet</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n draft(s) kept on this computer</source>
   <translation>
    <numerusform>%n utkast sparat på den här datorn</numerusform>
    <numerusform>%n utkast sparade på den här datorn</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n not sent yet</source>
   <translation>
    <numerusform>%n inte skickat än</numerusform>
    <numerusform>%n inte skickade än</numerusform>
   </translation>
  </message>
  <message>
   <source>All sent</source>
   <translation>Allt skickat</translation>
  </message>
  <message>
   <source>Connecting…</source>
   <translation>Ansluter…</translation>
  </message>
  <message>
   <source>Connection works</source>
   <translation>Anslutningen fungerar</translation>
  </message>
  <message>
   <source>No connection</source>
   <translation>Ingen anslutning</translation>
  </message>
  <message>
   <source>No sound device: new work is only shown</source>
   <translation>Ingen ljudenhet: nytt arbete syns men hörs inte</translation>
  </message>
  <message>
   <source>Reconnecting…</source>
   <translation>Ansluter på nytt…</translation>
  </message>
  <message>
   <source>Signed out</source>
   <translation>Utloggad</translation>
  </message>
  <message>
   <source>up to date as of {clock}</source>
   <translation>aktuellt {clock}</translation>
  </message>
 </context>
 <context>
  <name>SummaryLine</name>
  <message>
   <source>Name</source>
   <translation>Namn</translation>
  </message>
  <message>
   <source>Queue</source>
   <translation>Kö</translation>
  </message>
  <message>
   <source>Topic</source>
   <translation>Ämne</translation>
  </message>
  <message>
   <source>Waited</source>
   <translation>Väntade</translation>
  </message>
 </context>
 <context>
  <name>TodaysCallbacks</name>
  <message numerus="yes">
   <source>%n more today</source>
   <translation>
    <numerusform>%n till i dag</numerusform>
    <numerusform>%n till i dag</numerusform>
   </translation>
  </message>
  <message>
   <source>Callback requests</source>
   <translation>Begäranden om uppringning</translation>
  </message>
  <message>
   <source>Callback requests of today</source>
   <translation>Dagens begäranden om uppringning</translation>
  </message>
  <message numerus="yes">
   <source>today %n</source>
   <translation>
    <numerusform>i dag %n</numerusform>
    <numerusform>i dag %n</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TopBar</name>
  <message numerus="yes">
   <source>%n new · silence</source>
   <translation>
    <numerusform>%n ny · tysta</numerusform>
    <numerusform>%n nya · tysta</numerusform>
   </translation>
  </message>
  <message>
   <source>Search or command</source>
   <translation>Sök eller ge kommando</translation>
  </message>
  <message>
   <source>Your menu: language, colours, signing out</source>
   <translation>Din meny: språk, färger, utloggning</translation>
  </message>
 </context>
 <context>
  <name>TransferSheet</name>
  <message>
   <source>Asking what the queues have before them…</source>
   <translation>Läget i köerna kontrolleras…</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Avbryt</translation>
  </message>
  <message>
   <source>Choose where.</source>
   <translation>Välj vart.</translation>
  </message>
  <message>
   <source>Internal message</source>
   <translation>Internt meddelande</translation>
  </message>
  <message>
   <source>Internal message, the customer does not see this</source>
   <translation>Internt meddelande, kunden ser inte detta</translation>
  </message>
  <message>
   <source>It can be transferred when the customer has permitted it.</source>
   <translation>Samtalet kan överföras när kunden har gett lov.</translation>
  </message>
  <message>
   <source>No other professional is there just now. Transfer into a queue instead.</source>
   <translation>Ingen annan yrkesperson är på plats just nu. Överför till en kö i stället.</translation>
  </message>
  <message>
   <source>No queue has that name. Try another word.</source>
   <translation>Ingen kö har det namnet. Försök med ett annat ord.</translation>
  </message>
  <message>
   <source>Nobody of that name is there just now. Try another word.</source>
   <translation>Ingen med det namnet är på plats just nu. Pröva ett annat ord.</translation>
  </message>
  <message>
   <source>Offer</source>
   <translation>Erbjud</translation>
  </message>
  <message>
   <source>Pass on</source>
   <translation>Skicka vidare</translation>
  </message>
  <message>
   <source>Search for a queue or a professional</source>
   <translation>Sök en kö eller en yrkesperson</translation>
  </message>
  <message>
   <source>To whom</source>
   <translation>Till vem</translation>
  </message>
  <message>
   <source>Transfer</source>
   <translation>Överför</translation>
  </message>
  <message>
   <source>Transfer the conversation</source>
   <translation>Överför samtalet</translation>
  </message>
  <message>
   <source>Where it can be transferred</source>
   <translation>Vart det går att överföra</translation>
  </message>
  <message>
   <source>Where to</source>
   <translation>Vart</translation>
  </message>
  <message>
   <source>Who decides of the application</source>
   <translation>Vem avgör ansökan</translation>
  </message>
  <message>
   <source>the customer does not see this</source>
   <translation>kunden ser inte detta</translation>
  </message>
  <message numerus="yes">
   <source>transfer %n</source>
   <translation>
    <numerusform>överföring %n</numerusform>
    <numerusform>överföring %n</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ViewerSheet</name>
  <message>
   <source>Close</source>
   <translation>Stäng</translation>
  </message>
  <message>
   <source>Larger (Ctrl +)</source>
   <translation>Större (Ctrl +)</translation>
  </message>
  <message>
   <source>Next page (Page Down)</source>
   <translation>Nästa sida (Page Down)</translation>
  </message>
  <message>
   <source>Pass on…</source>
   <translation>Skicka vidare…</translation>
  </message>
  <message>
   <source>Previous page (Page Up)</source>
   <translation>Föregående sida (Page Up)</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>Skriv ut…</translation>
  </message>
  <message>
   <source>Smaller (Ctrl -)</source>
   <translation>Mindre (Ctrl -)</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Försök igen</translation>
  </message>
 </context>
 <context>
  <name>WordsBox</name>
  <message>
   <source>the customer does not see this</source>
   <translation>syns inte för kunden</translation>
  </message>
 </context>
 <context>
  <name>WrapUpView</name>
  <message numerus="yes">
   <source>%n more: type a part of the name</source>
   <translation>
    <numerusform>%n till: skriv en del av namnet</numerusform>
    <numerusform>%n till: skriv en del av namnet</numerusform>
   </translation>
  </message>
  <message>
   <source>Alt and the number</source>
   <translation>Alt och siffra</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Tillbaka</translation>
  </message>
  <message>
   <source>Contact reason</source>
   <translation>Kontaktorsak</translation>
  </message>
  <message>
   <source>Contact reasons</source>
   <translation>Kontaktorsaker</translation>
  </message>
  <message>
   <source>End now, wrap up later</source>
   <translation>Avsluta nu, registrera senare</translation>
  </message>
  <message>
   <source>Finish</source>
   <translation>Avsluta</translation>
  </message>
  <message>
   <source>Found reasons and outcomes</source>
   <translation>Funna orsaker och slutresultat</translation>
  </message>
  <message>
   <source>Notes · the customer does not see them</source>
   <translation>Anteckning · visas inte för kunden</translation>
  </message>
  <message>
   <source>Notes, the customer does not see them</source>
   <translation>Anteckning, visas inte för kunden</translation>
  </message>
  <message>
   <source>One more</source>
   <translation>En orsak till</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Slutresultat</translation>
  </message>
  <message>
   <source>Outcomes</source>
   <translation>Slutresultat</translation>
  </message>
  <message>
   <source>Record and close</source>
   <translation>Registrera och avsluta</translation>
  </message>
  <message>
   <source>Search for other reasons and outcomes</source>
   <translation>Sök andra orsaker och slutresultat</translation>
  </message>
  <message>
   <source>The conversation ends for the customer at once.</source>
   <translation>Samtalet slutar genast för kunden.</translation>
  </message>
  <message>
   <source>The conversation has ended for the customer already.</source>
   <translation>Samtalet har redan slutat för kunden.</translation>
  </message>
  <message>
   <source>The text you have written is not sent. It is kept for you.</source>
   <translation>Texten du har skrivit är inte skickad. Den sparas åt dig.</translation>
  </message>
  <message>
   <source>Wrap-up</source>
   <translation>Avslutande</translation>
  </message>
  <message>
   <source>You can record the call also without choosing anything.</source>
   <translation>Du kan anteckna samtalet också utan att välja något.</translation>
  </message>
  <message>
   <source>by number</source>
   <translation>med siffra</translation>
  </message>
 </context>
 <context>
  <name>actions</name>
  <message>
   <source>Accept the offer</source>
   <translation>Ta emot det erbjudna samtalet</translation>
  </message>
  <message>
   <source>Ask a professional a question</source>
   <translation>Fråga en yrkesperson</translation>
  </message>
  <message>
   <source>Ask the customer to identify</source>
   <translation>Be kunden identifiera sig</translation>
  </message>
  <message>
   <source>Call for help</source>
   <translation>Be om hjälp</translation>
  </message>
  <message>
   <source>Cancel what is being asked</source>
   <translation>Avbryt frågan</translation>
  </message>
  <message>
   <source>Choose the queues of the shift</source>
   <translation>Välj skiftets köer</translation>
  </message>
  <message>
   <source>Choose your presence</source>
   <translation>Välj din status</translation>
  </message>
  <message>
   <source>Correct topic or language</source>
   <translation>Rätta ämne eller språk</translation>
  </message>
  <message>
   <source>Decline the offer</source>
   <translation>Avböj det erbjudna samtalet</translation>
  </message>
  <message>
   <source>Dial the callback request</source>
   <translation>Ring upp begäran</translation>
  </message>
  <message>
   <source>End the conversation</source>
   <translation>Avsluta samtalet</translation>
  </message>
  <message>
   <source>End the shift</source>
   <translation>Avsluta skiftet</translation>
  </message>
  <message>
   <source>Go on a break</source>
   <translation>Ta paus</translation>
  </message>
  <message>
   <source>Instructions and support</source>
   <translation>Anvisningar och stöd</translation>
  </message>
  <message>
   <source>List the keys</source>
   <translation>Visa tangenterna</translation>
  </message>
  <message>
   <source>Mask part of a message for good</source>
   <translation>Dölj en del av ett meddelande för gott</translation>
  </message>
  <message>
   <source>New message to the customer, as agreed</source>
   <translation>Nytt meddelande till kunden, enligt överenskommelse</translation>
  </message>
  <message>
   <source>Next conversation</source>
   <translation>Nästa samtal</translation>
  </message>
  <message>
   <source>Offer the conversation by e-mail</source>
   <translation>Erbjud samtalet per e-post</translation>
  </message>
  <message>
   <source>Open the customer's attachment</source>
   <translation>Öppna kundens bilaga</translation>
  </message>
  <message>
   <source>Previous conversation</source>
   <translation>Föregående samtal</translation>
  </message>
  <message>
   <source>Print the attachment</source>
   <translation>Skriv ut bilagan</translation>
  </message>
  <message>
   <source>Problem situation: numbers, help, checklist</source>
   <translation>Problemsituation: nummer, hjälp, checklista</translation>
  </message>
  <message>
   <source>Refine pre-information</source>
   <translation>Precisera förhandsuppgifter</translation>
  </message>
  <message>
   <source>Save the attachment</source>
   <translation>Spara bilagan</translation>
  </message>
  <message>
   <source>Say that you are available</source>
   <translation>Säg att du är tillgänglig</translation>
  </message>
  <message>
   <source>Say that you are away</source>
   <translation>Säg att du är frånvarande</translation>
  </message>
  <message>
   <source>Say that you are busy</source>
   <translation>Säg att du är upptagen</translation>
  </message>
  <message>
   <source>Search or command</source>
   <translation>Sök eller ge kommando</translation>
  </message>
  <message>
   <source>Send the notice that the chat books no appointments</source>
   <translation>Skicka meddelandet att inga tider bokas via chatten</translation>
  </message>
  <message>
   <source>Show or hide the customer</source>
   <translation>Visa eller dölj kundens uppgifter</translation>
  </message>
  <message>
   <source>Show or hide the queues</source>
   <translation>Visa eller dölj köerna</translation>
  </message>
  <message>
   <source>Sign out</source>
   <translation>Logga ut</translation>
  </message>
  <message>
   <source>Silence the sound until something new comes</source>
   <translation>Tysta ljudet tills något nytt kommer</translation>
  </message>
  <message>
   <source>Space</source>
   <translation>Mellanslag</translation>
  </message>
  <message>
   <source>Take the most urgent customer of all your queues</source>
   <translation>Ta den mest brådskande kunden i alla dina köer</translation>
  </message>
  <message>
   <source>To callback requests</source>
   <translation>Till begäranden om uppringning</translation>
  </message>
  <message>
   <source>To consultations</source>
   <translation>Till konsultationerna</translation>
  </message>
  <message>
   <source>To non-urgent messages</source>
   <translation>Till icke-brådskande meddelanden</translation>
  </message>
  <message>
   <source>To the archive</source>
   <translation>Till arkivet</translation>
  </message>
  <message>
   <source>To the conversation</source>
   <translation>Gå till samtalet</translation>
  </message>
  <message>
   <source>To the note</source>
   <translation>Till anteckningen</translation>
  </message>
  <message>
   <source>To the queues</source>
   <translation>Gå till köerna</translation>
  </message>
  <message>
   <source>To the situation</source>
   <translation>Gå till läget</translation>
  </message>
  <message>
   <source>To those who wait</source>
   <translation>Gå till de väntande</translation>
  </message>
  <message>
   <source>To writing</source>
   <translation>Gå till skrivfältet</translation>
  </message>
  <message>
   <source>Transfer the conversation</source>
   <translation>Överför samtalet</translation>
  </message>
 </context>
 <context>
  <name>agreed</name>
  <message>
   <source>Confirms a time</source>
   <translation>Bekräftar en tid</translation>
  </message>
  <message>
   <source>Instructions</source>
   <translation>Anvisningar</translation>
  </message>
  <message>
   <source>To: the customer who had identified and asked for this call</source>
   <translation>Till: den identifierade kunden som bad om det här samtalet</translation>
  </message>
  <message>
   <source>To: {name}</source>
   <translation>Till: {name}</translation>
  </message>
  <message>
   <source>To: {name}, who acts for {other}</source>
   <translation>Till: {name}, som uträttar ärenden för {other}</translation>
  </message>
  <message>
   <source>at a visit</source>
   <translation>vid ett besök</translation>
  </message>
  <message>
   <source>by phone</source>
   <translation>per telefon</translation>
  </message>
  <message>
   <source>in a message</source>
   <translation>i ett meddelande</translation>
  </message>
  <message>
   <source>in the chat</source>
   <translation>i chatten</translation>
  </message>
 </context>
 <context>
  <name>announcing</name>
  <message>
   <source>A callback request is due</source>
   <translation>Det är dags för en begäran om uppringning</translation>
  </message>
  <message>
   <source>A colleague calls for help</source>
   <translation>En kollega ber om hjälp</translation>
  </message>
  <message>
   <source>A consultation waits for an answer</source>
   <translation>En konsultation väntar på svar</translation>
  </message>
  <message>
   <source>A conversation is offered to you</source>
   <translation>Ett samtal erbjuds dig</translation>
  </message>
  <message>
   <source>A new customer is waiting</source>
   <translation>En ny kund väntar</translation>
  </message>
  <message>
   <source>A transferred conversation is waiting</source>
   <translation>Ett överfört samtal väntar</translation>
  </message>
  <message>
   <source>New message</source>
   <translation>Nytt meddelande</translation>
  </message>
 </context>
 <context>
  <name>archive</name>
  <message>
   <source>Channel</source>
   <translation>Kanal</translation>
  </message>
  <message>
   <source>Chat</source>
   <translation>Chatt</translation>
  </message>
  <message>
   <source>Contact reasons</source>
   <translation>Kontaktorsaker</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kund</translation>
  </message>
  <message>
   <source>Internal message</source>
   <translation>Internt meddelande</translation>
  </message>
  <message>
   <source>Looked back to {day}. There may be more before it.</source>
   <translation>Sökt tillbaka till {day}. Det kan finnas mer före det.</translation>
  </message>
  <message>
   <source>Marked</source>
   <translation>Markerat</translation>
  </message>
  <message>
   <source>Message from a professional</source>
   <translation>Meddelande från en yrkesperson</translation>
  </message>
  <message>
   <source>Nobody answered</source>
   <translation>Ingen hann svara</translation>
  </message>
  <message>
   <source>Non-urgent message</source>
   <translation>Icke-brådskande meddelande</translation>
  </message>
  <message>
   <source>Note, not shown to the customer · {name} {clock}</source>
   <translation>Anteckning, syns inte för kunden · {name} {clock}</translation>
  </message>
  <message>
   <source>Notes of the wrap-up</source>
   <translation>Anteckningar vid avslutandet</translation>
  </message>
  <message>
   <source>Only its newest lines are shown here.</source>
   <translation>Här visas bara de nyaste raderna.</translation>
  </message>
  <message>
   <source>Outcome</source>
   <translation>Slutresultat</translation>
  </message>
  <message>
   <source>Professional</source>
   <translation>Yrkesperson</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Tjänsten</translation>
  </message>
  <message>
   <source>Test</source>
   <translation>Test</translation>
  </message>
  <message>
   <source>The archive is read over the connection, which is away. Try again when it is back.</source>
   <translation>Arkivet läses över nätet och anslutningen är nere. Försök igen när den är tillbaka.</translation>
  </message>
  <message>
   <source>This conversation is not in your archive any more. Search again to see what is.</source>
   <translation>Det här samtalet finns inte längre i ditt arkiv. Sök på nytt för att se vad som finns.</translation>
  </message>
  <message>
   <source>Topic</source>
   <translation>Ämne</translation>
  </message>
  <message>
   <source>back to {queue}</source>
   <translation>tillbaka till {queue}</translation>
  </message>
  <message>
   <source>ended</source>
   <translation>samtalet slutade</translation>
  </message>
  <message>
   <source>taken as it was offered: {who}</source>
   <translation>erbjuden överföring mottagen: {who}</translation>
  </message>
  <message>
   <source>taken over: {who}</source>
   <translation>övertaget: {who}</translation>
  </message>
  <message>
   <source>taken: {who}</source>
   <translation>mottaget: {who}</translation>
  </message>
  <message>
   <source>transferred to {queue}: {who}</source>
   <translation>överfört till {queue}: {who}</translation>
  </message>
  <message>
   <source>wrapped up: {who}</source>
   <translation>avslutat: {who}</translation>
  </message>
  <message>
   <source>{name}, on behalf of {other}</source>
   <translation>{name}, som ombud för: {other}</translation>
  </message>
 </context>
 <context>
  <name>attachments</name>
  <message numerus="yes">
   <source>%n page(s)</source>
   <translation>
    <numerusform>%n sida</numerusform>
    <numerusform>%n sidor</numerusform>
   </translation>
  </message>
  <message>
   <source>Attachment: {facts}</source>
   <translation>Bilaga: {facts}</translation>
  </message>
  <message>
   <source>Attachment: {name} ({facts})</source>
   <translation>Bilaga: {name} ({facts})</translation>
  </message>
  <message>
   <source>Nothing was printed: the printer did not begin. Choose another, or save the file.</source>
   <translation>Ingenting skrevs ut: skrivaren började inte. Välj en annan skrivare eller spara bilagan.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Öppna</translation>
  </message>
  <message>
   <source>PRACTICE – no real customer, no real application</source>
   <translation>ÖVNING – ingen verklig kund, ingen verklig ansökan</translation>
  </message>
  <message>
   <source>Page {page} of {pages}</source>
   <translation>Sida {page} / {pages}</translation>
  </message>
  <message>
   <source>Page {page} of {pages} goes to the printer…</source>
   <translation>Sida {page} / {pages} skickas till skrivaren…</translation>
  </message>
  <message>
   <source>Printing was broken off at page {page}, which could not be read. Save the file instead.</source>
   <translation>Utskriften avbröts vid sida {page}, som inte kunde läsas. Spara bilagan i stället.</translation>
  </message>
  <message>
   <source>Reading this page took too long and was broken off. The file itself is kept as it came: try again, or save it instead.</source>
   <translation>Det tog för länge att läsa sidan, och läsningen avbröts. Filen finns kvar som den kom: försök igen eller spara den i stället.</translation>
  </message>
  <message>
   <source>Saved as {name}. The copy is yours to look after: delete it when it is no longer needed.</source>
   <translation>Sparad som {name}. Du ansvarar för kopian: radera den när den inte längre behövs.</translation>
  </message>
  <message>
   <source>Save…</source>
   <translation>Spara…</translation>
  </message>
  <message>
   <source>The file could not be fetched: the connection is away. It is kept in the service. Try again when the connection is back.</source>
   <translation>Bilagan kunde inte hämtas: anslutningen är bruten. Den finns kvar i tjänsten. Försök igen när anslutningen är tillbaka.</translation>
  </message>
  <message>
   <source>The file has been sent to the printer.</source>
   <translation>Bilagan har skickats till skrivaren.</translation>
  </message>
  <message>
   <source>The file is being fetched…</source>
   <translation>Bilagan hämtas…</translation>
  </message>
  <message>
   <source>The file is not here any more: the conversation is no longer yours to read, or what was written in it has been erased.</source>
   <translation>Bilagan finns inte längre här: du kan inte längre läsa samtalet, eller så har innehållet raderats.</translation>
  </message>
  <message>
   <source>The file opens only with a password, so it cannot be shown here. Ask the customer to send it without one.</source>
   <translation>Filen öppnas bara med ett lösenord, så den kan inte visas här. Be kunden skicka den utan lösenord.</translation>
  </message>
  <message>
   <source>The file was not saved: the disk is full. Choose another place, or make room.</source>
   <translation>Bilagan sparades inte: disken är full. Välj en annan plats eller frigör utrymme.</translation>
  </message>
  <message>
   <source>The file was not saved: the place could not be written to. Choose another place.</source>
   <translation>Bilagan sparades inte: det gick inte att skriva till platsen. Välj en annan plats.</translation>
  </message>
  <message>
   <source>The file was not saved: you may not write there. Choose another place.</source>
   <translation>Bilagan sparades inte: du har inte rätt att skriva dit. Välj en annan plats.</translation>
  </message>
  <message>
   <source>The page is being read…</source>
   <translation>Sidan läses in…</translation>
  </message>
  <message>
   <source>This page could not be read: the file may be broken. The file itself is kept as it came: save it, or ask the customer to send it anew.</source>
   <translation>Den här sidan kunde inte läsas: filen kan vara skadad. Filen finns kvar som den kom: spara den, eller be kunden skicka den på nytt.</translation>
  </message>
  <message>
   <source>This page is too large to be shown here safely. The file itself is kept as it came: save it instead.</source>
   <translation>Den här sidan är för stor för att visas här på ett säkert sätt. Filen finns kvar som den kom: spara den i stället.</translation>
  </message>
  <message>
   <source>What shows files could not be started on this computer. The file itself is kept as it came: save it instead, and tell application support.</source>
   <translation>Visningen av bilagor kunde inte startas på den här datorn. Filen finns kvar som den kom: spara den i stället och berätta för applikationsstödet.</translation>
  </message>
  <message>
   <source>{number} MB</source>
   <translation>{number} MB</translation>
  </message>
  <message>
   <source>{number} kB</source>
   <translation>{number} kB</translation>
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
   <translation>Alla · {count}</translation>
  </message>
  <message>
   <source>Both attempts were in this half of the day. The last one must be at another time.</source>
   <translation>Båda försöken gjordes under samma halva dag. Gör det sista vid en annan tid.</translation>
  </message>
  <message>
   <source>Busy</source>
   <translation>Upptaget</translation>
  </message>
  <message>
   <source>Called</source>
   <translation>Ringda</translation>
  </message>
  <message>
   <source>Calling time of today {opens}–{closes}</source>
   <translation>Ringtid i dag {opens}–{closes}</translation>
  </message>
  <message>
   <source>Calls are made on {when}.</source>
   <translation>Vi ringer {when}.</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>Kopierat</translation>
  </message>
  <message>
   <source>Does not want a call</source>
   <translation>Vill inte bli uppringd</translation>
  </message>
  <message>
   <source>Handled today</source>
   <translation>Hanterade i dag</translation>
  </message>
  <message>
   <source>Last attempt</source>
   <translation>Sista försöket</translation>
  </message>
  <message>
   <source>Less than 60 minutes since the last attempt.</source>
   <translation>Mindre än 60 minuter har gått sedan förra försöket.</translation>
  </message>
  <message>
   <source>Mine · {count}</source>
   <translation>Mina · {count}</translation>
  </message>
  <message>
   <source>No answer</source>
   <translation>Svarade inte</translation>
  </message>
  <message>
   <source>Now · {count}</source>
   <translation>Nu · {count}</translation>
  </message>
  <message>
   <source>Reached</source>
   <translation>Nådd</translation>
  </message>
  <message>
   <source>The attempt was not recorded ({outcome}).</source>
   <translation>Försöket registrerades inte ({outcome}).</translation>
  </message>
  <message>
   <source>The callback request was not given back.</source>
   <translation>Begäran om uppringning lämnades inte tillbaka.</translation>
  </message>
  <message>
   <source>The callback request was not taken.</source>
   <translation>Begäran om uppringning togs inte emot.</translation>
  </message>
  <message>
   <source>The customer has been tried three times.</source>
   <translation>Vi har försökt nå kunden tre gånger.</translation>
  </message>
  <message>
   <source>The customer wished for another time of the day.</source>
   <translation>Kunden önskade samtalet vid en annan tid på dagen.</translation>
  </message>
  <message>
   <source>The time that the customer has booked has not begun.</source>
   <translation>Tiden som kunden har bokat har inte börjat ännu.</translation>
  </message>
  <message>
   <source>To be called now · {count}</source>
   <translation>Ska ringas nu · {count}</translation>
  </message>
  <message>
   <source>To call</source>
   <translation>Att ringa</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>I dag</translation>
  </message>
  <message>
   <source>Tomorrow and later</source>
   <translation>I morgon och senare</translation>
  </message>
  <message>
   <source>Voicemail</source>
   <translation>Telefonsvarare</translation>
  </message>
  <message>
   <source>Wrong number</source>
   <translation>Fel nummer</translation>
  </message>
  <message>
   <source>any time</source>
   <translation>när som helst</translation>
  </message>
  <message>
   <source>at {clock}</source>
   <translation>kl. {clock}</translation>
  </message>
  <message>
   <source>being taken…</source>
   <translation>tas emot…</translation>
  </message>
  <message>
   <source>booked {from_}–{until}</source>
   <translation>bokat {from_}–{until}</translation>
  </message>
  <message>
   <source>closes {day}</source>
   <translation>avslutas {day}</translation>
  </message>
  <message>
   <source>did not want a call</source>
   <translation>ville inte bli uppringd</translation>
  </message>
  <message>
   <source>free</source>
   <translation>ledig</translation>
  </message>
  <message>
   <source>late, {day}</source>
   <translation>försenad, {day}</translation>
  </message>
  <message>
   <source>not in time, closed</source>
   <translation>hanns inte ringas</translation>
  </message>
  <message>
   <source>not reached</source>
   <translation>inte nådd</translation>
  </message>
  <message>
   <source>not reached, closed</source>
   <translation>inte nådd, avslutad</translation>
  </message>
  <message>
   <source>now</source>
   <translation>nu</translation>
  </message>
  <message>
   <source>now {clock}</source>
   <translation>nu {clock}</translation>
  </message>
  <message>
   <source>reached</source>
   <translation>nådd</translation>
  </message>
  <message>
   <source>taken back by the customer</source>
   <translation>kunden tog tillbaka</translation>
  </message>
  <message>
   <source>working days {hours}</source>
   <translation>vardagar {hours}</translation>
  </message>
  <message>
   <source>wrong number, closed</source>
   <translation>fel nummer, avslutad</translation>
  </message>
  <message>
   <source>you called: what came of it?</source>
   <translation>du ringde: hur gick det?</translation>
  </message>
  <message>
   <source>yours</source>
   <translation>hos dig</translation>
  </message>
  <message>
   <source>{from}–{until}</source>
   <translation>kl. {from}–{until}</translation>
  </message>
  <message>
   <source>{phone}, {topic}, {language}, attempts {used}, wish {wish}, {due}, {hand}</source>
   <translation>{phone}, {topic}, {language}, försök {used}, önskan {wish}, {due}, {hand}</translation>
  </message>
 </context>
 <context>
  <name>canned</name>
  <message>
   <source>only in: {language}</source>
   <translation>bara på: {language}</translation>
  </message>
  <message>
   <source>{answer}, {number} of {count}</source>
   <translation>{answer}, {number} av {count}</translation>
  </message>
 </context>
 <context>
  <name>consent</name>
  <message>
   <source>Asked at {clock}: {scope}. She has not answered yet.</source>
   <translation>Frågat kl. {clock}: {scope}. Kunden har inte svarat ännu.</translation>
  </message>
  <message>
   <source>Given at {clock}: {scope}. She can take it back until somebody there opens it.</source>
   <translation>Gavs kl. {clock}: {scope}. Kunden kan återta lovet tills mottagaren öppnar samtalet.</translation>
  </message>
  <message>
   <source>Her permission is needed: this queue keeps another record. She is asked on her page, and you go on talking meanwhile.</source>
   <translation>Kundens lov behövs: kön hör till ett annat register. Frågan ställs på kundens sida, och samtalet fortsätter under tiden.</translation>
  </message>
  <message>
   <source>It was used at {clock}. Ask for it anew.</source>
   <translation>Lovet användes kl. {clock}. Fråga på nytt.</translation>
  </message>
  <message>
   <source>Nothing is transferred there; go on here.</source>
   <translation>Ingenting överförs dit. Fortsätt här.</translation>
  </message>
  <message>
   <source>Nothing was transferred; go on here.</source>
   <translation>Ingenting överfördes. Fortsätt här.</translation>
  </message>
  <message>
   <source>Permission given: {where}, {scope}.</source>
   <translation>Lov gavs: {where}, {scope}.</translation>
  </message>
  <message>
   <source>Permission to transfer asked for: {where}.</source>
   <translation>Lov att överföra frågas: {where}.</translation>
  </message>
  <message>
   <source>She answers on her page. Go on talking.</source>
   <translation>Kunden svarar på sin sida. Fortsätt samtalet.</translation>
  </message>
  <message>
   <source>She did not give it at {clock}. The conversation goes on here.</source>
   <translation>Kunden gav inte lov kl. {clock}. Samtalet fortsätter här.</translation>
  </message>
  <message>
   <source>She took it back at {clock}. The conversation goes on here.</source>
   <translation>Kunden återtog lovet kl. {clock}. Samtalet fortsätter här.</translation>
  </message>
  <message>
   <source>The customer did not give permission: {where}.</source>
   <translation>Kunden gav inte lov att överföra: {where}.</translation>
  </message>
  <message>
   <source>The customer took her permission back: {where}.</source>
   <translation>Kunden återtog lovet att överföra: {where}.</translation>
  </message>
  <message>
   <source>Transfer…</source>
   <translation>Överför…</translation>
  </message>
  <message>
   <source>asked {clock}</source>
   <translation>frågat {clock}</translation>
  </message>
  <message>
   <source>asked {clock}, then anew</source>
   <translation>frågat {clock}, sedan på nytt</translation>
  </message>
  <message>
   <source>counsellor</source>
   <translation>rådgivare</translation>
  </message>
  <message>
   <source>customer</source>
   <translation>kund</translation>
  </message>
  <message>
   <source>from message {number} on</source>
   <translation>från meddelande {number}</translation>
  </message>
  <message>
   <source>from the message of {clock} on</source>
   <translation>från meddelandet kl. {clock}</translation>
  </message>
  <message>
   <source>given {clock}</source>
   <translation>gavs {clock}</translation>
  </message>
  <message>
   <source>moved {clock}</source>
   <translation>överfört {clock}</translation>
  </message>
  <message>
   <source>not given {clock}</source>
   <translation>gavs inte {clock}</translation>
  </message>
  <message>
   <source>opened {clock}</source>
   <translation>öppnat {clock}</translation>
  </message>
  <message>
   <source>taken back {clock}</source>
   <translation>återtogs {clock}</translation>
  </message>
  <message>
   <source>the whole conversation</source>
   <translation>hela samtalet</translation>
  </message>
 </context>
 <context>
  <name>consultations</name>
  <message numerus="yes">
   <source>%n working day(s)</source>
   <translation>
    <numerusform>%n vardag</numerusform>
    <numerusform>%n vardagar</numerusform>
   </translation>
  </message>
  <message>
   <source>Answer at the latest {when}</source>
   <translation>Svar senast {when}</translation>
  </message>
  <message>
   <source>Asked by us</source>
   <translation>Vi frågade</translation>
  </message>
  <message>
   <source>Asked of us</source>
   <translation>Frågat av oss</translation>
  </message>
  <message>
   <source>Counsellor</source>
   <translation>Rådgivare</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kund</translation>
  </message>
  <message>
   <source>Ended · {count}</source>
   <translation>Avslutade · {count}</translation>
  </message>
  <message>
   <source>Late · {count}</source>
   <translation>Försenade · {count}</translation>
  </message>
  <message>
   <source>Late: an answer was promised by {when}</source>
   <translation>Försenad: svar utlovades senast {when}</translation>
  </message>
  <message>
   <source>Nobody answered</source>
   <translation>Ingen svarade</translation>
  </message>
  <message>
   <source>Open · {count}</source>
   <translation>Öppna · {count}</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Tjänsten</translation>
  </message>
  <message>
   <source>The matter goes on</source>
   <translation>Ärendet fortsätter</translation>
  </message>
  <message>
   <source>The matter was settled</source>
   <translation>Ärendet klarnade</translation>
  </message>
  <message>
   <source>Urgent: call whoever is on call, {number}</source>
   <translation>Brådskande: ring jouren, {number}</translation>
  </message>
  <message>
   <source>You</source>
   <translation>Du</translation>
  </message>
  <message>
   <source>answer</source>
   <translation>svar</translation>
  </message>
  <message>
   <source>answered</source>
   <translation>besvarad</translation>
  </message>
  <message>
   <source>answered late</source>
   <translation>besvarad för sent</translation>
  </message>
  <message>
   <source>answered, promise kept</source>
   <translation>besvarad, löftet hölls</translation>
  </message>
  <message numerus="yes">
   <source>answers within %n working day(s)</source>
   <translation>
    <numerusform>svarar inom %n vardag</numerusform>
    <numerusform>svarar inom %n vardagar</numerusform>
   </translation>
  </message>
  <message>
   <source>asked {when}</source>
   <translation>kom {when}</translation>
  </message>
  <message>
   <source>asks back</source>
   <translation>precisering</translation>
  </message>
  <message>
   <source>being sent…</source>
   <translation>skickas…</translation>
  </message>
  <message>
   <source>call</source>
   <translation>telefonsamtal</translation>
  </message>
  <message>
   <source>closed</source>
   <translation>avslutad</translation>
  </message>
  <message>
   <source>late</source>
   <translation>försenad</translation>
  </message>
  <message>
   <source>late, the supervisors have been told</source>
   <translation>försenad, cheferna har fått veta</translation>
  </message>
  <message>
   <source>nobody yet</source>
   <translation>ingen ännu</translation>
  </message>
  <message>
   <source>not settled yet</source>
   <translation>inte klart ännu</translation>
  </message>
  <message>
   <source>on time</source>
   <translation>i tid</translation>
  </message>
  <message>
   <source>outside</source>
   <translation>utomstående</translation>
  </message>
  <message>
   <source>pressing</source>
   <translation>brådskande</translation>
  </message>
  <message>
   <source>question</source>
   <translation>fråga</translation>
  </message>
  <message>
   <source>somebody is on call</source>
   <translation>jour finns</translation>
  </message>
  <message>
   <source>taking long</source>
   <translation>drar ut på tiden</translation>
  </message>
  <message>
   <source>the supervisors have been told</source>
   <translation>cheferna har fått veta</translation>
  </message>
  <message>
   <source>today at {clock}</source>
   <translation>i dag kl. {clock}</translation>
  </message>
  <message>
   <source>under way…</source>
   <translation>behandlas…</translation>
  </message>
  <message>
   <source>urgent: by phone</source>
   <translation>brådskande: per telefon</translation>
  </message>
  <message>
   <source>withdrawn</source>
   <translation>tillbakadragen</translation>
  </message>
  <message>
   <source>working time left {time}</source>
   <translation>arbetstid kvar {time}</translation>
  </message>
  <message>
   <source>yours</source>
   <translation>hos dig</translation>
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
   <translation>{subject}, frågar {asking}, svarar {asked}, {when}, {state}, {hand}</translation>
  </message>
  <message>
   <source>{weekday} by 16.00</source>
   <translation>{weekday} kl. 16.00</translation>
  </message>
  <message>
   <source>{weekday} · day 0</source>
   <translation>{weekday} · dag 0</translation>
  </message>
  <message>
   <source>{weekday} · not counted</source>
   <translation>{weekday} · räknas inte</translation>
  </message>
  <message>
   <source>{word}, less than {share} % of working time used</source>
   <translation>{word}, under {share} % av arbetstiden använd</translation>
  </message>
  <message>
   <source>{word}, over {share} %</source>
   <translation>{word}, över {share} %</translation>
  </message>
  <message>
   <source>{word}, over {share} % · late ones go to the supervisors</source>
   <translation>{word}, över {share} % · försenade till cheferna</translation>
  </message>
 </context>
 <context>
  <name>conversation</name>
  <message numerus="yes">
   <source>%n message(s) could not leave in time. The situation may have changed.</source>
   <translation>
    <numerusform>%n meddelande kom inte i väg i tid. Läget kan ha ändrats.</numerusform>
    <numerusform>%n meddelanden kom inte i väg i tid. Läget kan ha ändrats.</numerusform>
   </translation>
  </message>
  <message>
   <source>Back to draft</source>
   <translation>Tillbaka till utkast</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Avbryt</translation>
  </message>
  <message>
   <source>Do not end it</source>
   <translation>Avsluta inte</translation>
  </message>
  <message>
   <source>End the conversation</source>
   <translation>Avsluta samtalet</translation>
  </message>
  <message>
   <source>End the conversation with customer {alias}?</source>
   <translation>Ska samtalet med kund {alias} avslutas?</translation>
  </message>
  <message>
   <source>I have read it</source>
   <translation>Uppfattat</translation>
  </message>
  <message>
   <source>It leaves your tabs and makes room for another.</source>
   <translation>Det försvinner från dina flikar och ger plats för nästa.</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Skicka</translation>
  </message>
  <message>
   <source>Shall it still be sent?</source>
   <translation>Ska det ännu skickas?</translation>
  </message>
  <message>
   <source>Shall the conversation still be ended?</source>
   <translation>Ska samtalet ännu avslutas?</translation>
  </message>
  <message>
   <source>The conversation has ended</source>
   <translation>Samtalet har avslutats</translation>
  </message>
  <message>
   <source>The customer has ended the conversation</source>
   <translation>Kunden har avslutat samtalet</translation>
  </message>
  <message>
   <source>The customer sees that it has ended and cannot write any more.</source>
   <translation>Kunden ser att samtalet är avslutat och kan inte längre skriva.</translation>
  </message>
  <message>
   <source>The ending could not leave in time. The situation may have changed.</source>
   <translation>Avslutandet kunde inte skickas i tid. Läget kan ha ändrats.</translation>
  </message>
  <message>
   <source>The message was not sent.</source>
   <translation>Meddelandet skickades inte.</translation>
  </message>
  <message>
   <source>The text below has not been sent. It is kept for you and can be copied afterwards.</source>
   <translation>Texten nedan har inte skickats. Den sparas åt dig och kan kopieras efteråt.</translation>
  </message>
  <message>
   <source>The text is kept as a draft below: change it, send it again or copy it.</source>
   <translation>Texten är sparad som utkast nedan: du kan ändra den, skicka den på nytt eller kopiera den.</translation>
  </message>
  <message>
   <source>The text is kept as a draft below: copy it if it is still needed.</source>
   <translation>Texten finns kvar som utkast nedan: kopiera den om den ännu behövs.</translation>
  </message>
  <message>
   <source>wrap-up missing</source>
   <translation>avslutandet återstår</translation>
  </message>
 </context>
 <context>
  <name>departed</name>
  <message>
   <source>Agreed message</source>
   <translation>Överenskommet meddelande</translation>
  </message>
  <message>
   <source>Call for help</source>
   <translation>Begäran om hjälp</translation>
  </message>
  <message>
   <source>Close the tab</source>
   <translation>Stäng fliken</translation>
  </message>
  <message>
   <source>Copy the text</source>
   <translation>Kopiera texten</translation>
  </message>
  <message>
   <source>Customer {alias} is no longer yours.</source>
   <translation>Kund {alias} är inte längre din.</translation>
  </message>
  <message>
   <source>Customer {alias} returned to the queue {queue} while you were away.</source>
   <translation>Kund {alias} återgick till kön {queue} medan du var borta.</translation>
  </message>
  <message>
   <source>Customer {alias} was transferred to {name}.</source>
   <translation>Kund {alias} överfördes till en annan rådgivare: {name}.</translation>
  </message>
  <message>
   <source>Customer {alias} was transferred to {queue}.</source>
   <translation>Kund {alias} överfördes till {queue}.</translation>
  </message>
  <message>
   <source>Detail of pre-information</source>
   <translation>Precisering av förhandsuppgifterna</translation>
  </message>
  <message>
   <source>Internal message</source>
   <translation>Internt meddelande</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Anteckning</translation>
  </message>
  <message>
   <source>Notes of the wrap-up</source>
   <translation>Avslutandets anteckningar</translation>
  </message>
  <message>
   <source>Nothing of yours was left unsent.</source>
   <translation>Du lämnade inget oskickat.</translation>
  </message>
  <message>
   <source>The conversation with customer {alias}, to which you came to help, has ended or moved.</source>
   <translation>Samtalet med kund {alias}, som du kom för att hjälpa till i, har avslutats eller överförts.</translation>
  </message>
  <message>
   <source>The text below was not sent to anybody. Copy it if it is needed; it stays a draft when you close the tab.</source>
   <translation>Texten nedan har inte skickats till någon. Kopiera den om den behövs; den förblir ett utkast när du stänger fliken.</translation>
  </message>
  <message>
   <source>You returned customer {alias} to the queue {queue}.</source>
   <translation>Du återförde kund {alias} till kön {queue}.</translation>
  </message>
  <message>
   <source>help is over</source>
   <translation>hjälpen är över</translation>
  </message>
  <message>
   <source>not yours</source>
   <translation>inte din</translation>
  </message>
  <message>
   <source>transferred</source>
   <translation>överförd</translation>
  </message>
  <message>
   <source>{name} goes on alone with customer {alias}, to whom you came to help.</source>
   <translation>{name} fortsätter ensam med kund {alias}. Du hade kommit för att hjälpa till.</translation>
  </message>
  <message>
   <source>{name} has taken over customer {alias}.</source>
   <translation>{name} har tagit över kund {alias}.</translation>
  </message>
 </context>
 <context>
  <name>guard</name>
  <message>
   <source>Ask to identify</source>
   <translation>Be identifiera sig</translation>
  </message>
  <message>
   <source>Ask to identify, or guide to a call or a callback request.</source>
   <translation>Be kunden identifiera sig, eller hänvisa till ett samtal eller en begäran om uppringning.</translation>
  </message>
  <message>
   <source>Guide to a call or a callback request.</source>
   <translation>Hänvisa till ett samtal eller en begäran om uppringning.</translation>
  </message>
  <message>
   <source>Send anyway</source>
   <translation>Skicka ändå</translation>
  </message>
  <message>
   <source>The customer is anonymous: advice is general here.</source>
   <translation>Kunden är anonym: här ges allmänna råd.</translation>
  </message>
  <message>
   <source>This seems to ask for {things}.</source>
   <translation>Meddelandet verkar fråga efter {things}.</translation>
  </message>
  <message>
   <source>This seems to be about the customer's own case.</source>
   <translation>Meddelandet verkar gälla kundens eget ärende.</translation>
  </message>
  <message>
   <source>a case or diary number</source>
   <translation>ärende- eller diarienummer</translation>
  </message>
  <message>
   <source>a date of birth</source>
   <translation>födelsedatum</translation>
  </message>
  <message>
   <source>a name</source>
   <translation>namn</translation>
  </message>
  <message>
   <source>a phone number</source>
   <translation>telefonnummer</translation>
  </message>
  <message>
   <source>an account number</source>
   <translation>kontonummer</translation>
  </message>
  <message>
   <source>an address</source>
   <translation>adress</translation>
  </message>
  <message>
   <source>an e-mail address</source>
   <translation>e-postadress</translation>
  </message>
  <message>
   <source>an identity code</source>
   <translation>personbeteckning</translation>
  </message>
  <message>
   <source>{first} and {last}</source>
   <translation>{first} och {last}</translation>
  </message>
 </context>
 <context>
  <name>handbook</name>
  <message>
   <source>Help with the program</source>
   <translation>Hjälp med programmet</translation>
  </message>
  <message>
   <source>Instruction</source>
   <translation>Anvisning</translation>
  </message>
  <message>
   <source>Process</source>
   <translation>Förfarande</translation>
  </message>
  <message>
   <source>Responsibility</source>
   <translation>Ansvar</translation>
  </message>
  <message>
   <source>Support</source>
   <translation>Stöd</translation>
  </message>
  <message>
   <source>Who takes what</source>
   <translation>Vad hör till vem</translation>
  </message>
  <message>
   <source>all queues</source>
   <translation>alla köer</translation>
  </message>
  <message>
   <source>another queue</source>
   <translation>en annan kö</translation>
  </message>
 </context>
 <context>
  <name>help</name>
  <message>
   <source>Cancel</source>
   <translation>Avbryt</translation>
  </message>
  <message>
   <source>Customer {alias}</source>
   <translation>Kund {alias}</translation>
  </message>
  <message>
   <source>Go on alone</source>
   <translation>Fortsätt ensam</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Lämna</translation>
  </message>
  <message numerus="yes">
   <source>Nobody answers the customer. After %n minute(s) she goes back to the queue.</source>
   <translation>
    <numerusform>Ingen svarar kunden. Hen går tillbaka till kön när avbrottet varat %n minut.</numerusform>
    <numerusform>Ingen svarar kunden. Hen går tillbaka till kön när avbrottet varat %n minuter.</numerusform>
   </translation>
  </message>
  <message>
   <source>Nobody has answered yet. You answer the customer meanwhile.</source>
   <translation>Ingen har svarat än. Du svarar kunden under tiden.</translation>
  </message>
  <message>
   <source>Responsibility moves to you at once. The customer is told that another adviser goes on. What {name} has not sent is kept for her.</source>
   <translation>Ansvaret övergår till dig genast. Kunden får veta att en annan rådgivare fortsätter. Det som {name} inte har skickat finns kvar hos henne.</translation>
  </message>
  <message>
   <source>Take over</source>
   <translation>Ta över</translation>
  </message>
  <message>
   <source>Take over customer {alias} from {name}?</source>
   <translation>Tar du över kund {alias}? Ansvarig nu: {name}.</translation>
  </message>
  <message>
   <source>Take over…</source>
   <translation>Ta över…</translation>
  </message>
  <message>
   <source>The customer knows that there are two. Help by notes, or take over to write to the customer.</source>
   <translation>Kunden vet att ni är två. Hjälp med anteckningar, eller ta över om du vill skriva till kunden.</translation>
  </message>
  <message>
   <source>The line of {name} is away</source>
   <translation>{name}: anslutningen är borta</translation>
  </message>
  <message>
   <source>The supervisors were called at {clock}.</source>
   <translation>Cheferna kallades kl. {clock}.</translation>
  </message>
  <message>
   <source>Withdraw the call</source>
   <translation>Återta begäran</translation>
  </message>
  <message>
   <source>You answer the customer until she takes over. Then it is told here.</source>
   <translation>Du svarar kunden tills hon tar över. Det berättas här.</translation>
  </message>
  <message>
   <source>You answer the customer, who knows that there are two. Her notes stand in the conversation.</source>
   <translation>Du svarar kunden, som vet att ni är två. Chefens anteckningar syns i samtalet.</translation>
  </message>
  <message>
   <source>You answer the customer. The call ends by itself.</source>
   <translation>Du svarar kunden. Begäran avslutas av sig själv.</translation>
  </message>
  <message>
   <source>You read along. {name} answers the customer.</source>
   <translation>Du är med. {name} svarar kunden.</translation>
  </message>
  <message>
   <source>Your line was away; the supervisors were told at {clock}.</source>
   <translation>Din anslutning var borta; cheferna fick veta det kl. {clock}.</translation>
  </message>
  <message>
   <source>language help: English</source>
   <translation>språkhinder: engelska</translation>
  </message>
  <message>
   <source>language help: Swedish</source>
   <translation>språkhinder: svenska</translation>
  </message>
  <message>
   <source>language help: interpreter</source>
   <translation>språkhinder: tolk</translation>
  </message>
  <message>
   <source>nobody has answered yet</source>
   <translation>ingen har svarat än</translation>
  </message>
  <message>
   <source>you have said that you come</source>
   <translation>du har sagt att du kommer</translation>
  </message>
  <message>
   <source>you read along</source>
   <translation>du är med i samtalet</translation>
  </message>
  <message>
   <source>{name} asks for an interpreter</source>
   <translation>{name} ber om en tolk</translation>
  </message>
  <message>
   <source>{name} asks for somebody who writes English</source>
   <translation>{name} ber om någon som skriver engelska</translation>
  </message>
  <message>
   <source>{name} asks for somebody who writes Swedish</source>
   <translation>{name} ber om någon som skriver svenska</translation>
  </message>
  <message>
   <source>{name} calls for help</source>
   <translation>{name} ber om hjälp</translation>
  </message>
  <message>
   <source>{name} comes to help.</source>
   <translation>{name} kommer till hjälp.</translation>
  </message>
  <message>
   <source>{name} is in a problem situation</source>
   <translation>{name} är i en problemsituation</translation>
  </message>
  <message>
   <source>{name} reads along.</source>
   <translation>{name} är med i samtalet.</translation>
  </message>
 </context>
 <context>
  <name>identity</name>
  <message>
   <source>Asked to identify at {clock}; the chat goes on.</source>
   <translation>Ombedd att identifiera sig kl. {clock}; samtalet fortsätter.</translation>
  </message>
  <message>
   <source>Asking the customer to identify…</source>
   <translation>Kunden ombeds identifiera sig…</translation>
  </message>
  <message>
   <source>Did not want to identify ({clock}).</source>
   <translation>Ville inte identifiera sig ({clock}).</translation>
  </message>
  <message>
   <source>The customer has identified: {name}</source>
   <translation>Kunden har identifierat sig: {name}</translation>
  </message>
  <message>
   <source>The customer is identified from here on</source>
   <translation>Kunden är identifierad från och med detta</translation>
  </message>
  <message>
   <source>earlier messages join her record</source>
   <translation>tidigare meddelanden fogas till kundens uppgifter</translation>
  </message>
  <message>
   <source>earlier messages stay anonymous</source>
   <translation>tidigare meddelanden förblir anonyma</translation>
  </message>
  <message>
   <source>earlier messages stay anonymous until she decides</source>
   <translation>tidigare meddelanden är anonyma tills kunden bestämmer</translation>
  </message>
  <message>
   <source>strongly · {clock}</source>
   <translation>starkt · {clock}</translation>
  </message>
  <message>
   <source>strongly, level high · {clock}</source>
   <translation>starkt, hög nivå · {clock}</translation>
  </message>
 </context>
 <context>
  <name>keys</name>
  <message>
   <source>Break the line</source>
   <translation>Byt rad</translation>
  </message>
  <message>
   <source>Callback requests</source>
   <translation>Begäranden om uppringning</translation>
  </message>
  <message>
   <source>Canned answers, at the start of a word</source>
   <translation>Färdiga svar, i början av ett ord</translation>
  </message>
  <message>
   <source>Choose the contact reason</source>
   <translation>Välj kontaktorsak</translation>
  </message>
  <message>
   <source>Choose the outcome</source>
   <translation>Välj slutresultat</translation>
  </message>
  <message>
   <source>Choose what came of the call</source>
   <translation>Välj vad samtalet ledde till</translation>
  </message>
  <message>
   <source>Earlier and later messages</source>
   <translation>Tidigare och senare meddelanden</translation>
  </message>
  <message>
   <source>Finish the wrap-up</source>
   <translation>Slutför</translation>
  </message>
  <message>
   <source>Lists and searches</source>
   <translation>Listor och sökningar</translation>
  </message>
  <message>
   <source>One more contact reason, before its number</source>
   <translation>En kontaktorsak till, före dess nummer</translation>
  </message>
  <message>
   <source>Put the chosen canned answer in</source>
   <translation>Infoga det valda färdiga svaret</translation>
  </message>
  <message>
   <source>Send a long message in parts</source>
   <translation>Skicka ett långt meddelande i delar</translation>
  </message>
  <message>
   <source>Send the message</source>
   <translation>Skicka meddelandet</translation>
  </message>
  <message>
   <source>Take the chosen customer or callback request</source>
   <translation>Ta emot den valda kunden eller uppringningen</translation>
  </message>
  <message>
   <source>Take the sent message back</source>
   <translation>Ångra sändningen</translation>
  </message>
  <message>
   <source>Tick or choose the row</source>
   <translation>Markera eller välj raden</translation>
  </message>
  <message>
   <source>To the next or previous blank of a canned answer</source>
   <translation>Till nästa eller föregående ställe att fylla i</translation>
  </message>
  <message>
   <source>Walk through the rows, also from the search</source>
   <translation>Gå mellan raderna, också från sökfältet</translation>
  </message>
  <message>
   <source>Wrap-up</source>
   <translation>Avslutande</translation>
  </message>
  <message>
   <source>Writing</source>
   <translation>Skrivande</translation>
  </message>
 </context>
 <context>
  <name>link</name>
  <message numerus="yes">
   <source>%n message(s) that waited are leaving.</source>
   <translation>
    <numerusform>%n väntande meddelande skickas.</numerusform>
    <numerusform>%n väntande meddelanden skickas.</numerusform>
   </translation>
  </message>
  <message>
   <source>I have read it</source>
   <translation>Uppfattat</translation>
  </message>
  <message>
   <source>Queues and conversations are up to date.</source>
   <translation>Köer och samtal är aktuella.</translation>
  </message>
  <message>
   <source>Reconnecting, attempt {number}.</source>
   <translation>Ansluter på nytt, försök {number}.</translation>
  </message>
  <message>
   <source>The connection came back at {clock}.</source>
   <translation>Anslutningen kom tillbaka {clock}.</translation>
  </message>
  <message>
   <source>The connection was lost at {clock}.</source>
   <translation>Anslutningen bröts {clock}.</translation>
  </message>
  <message>
   <source>The queues show how things were at {clock}.</source>
   <translation>Köerna visar läget kl. {clock}.</translation>
  </message>
  <message>
   <source>Try now</source>
   <translation>Försök nu</translation>
  </message>
  <message>
   <source>You can go on writing. Messages leave by themselves when the connection is back.</source>
   <translation>Du kan fortsätta skriva. Meddelandena skickas av sig själva när anslutningen är tillbaka.</translation>
  </message>
  <message numerus="yes">
   <source>Your drafts and %n unsent message(s) are kept on this computer.</source>
   <translation>
    <numerusform>Dina utkast och %n oskickat meddelande är sparade på den här datorn.</numerusform>
    <numerusform>Dina utkast och %n oskickade meddelanden är sparade på den här datorn.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Your drafts and %n unsent message(s) are kept while the program is open.</source>
   <translation>
    <numerusform>Dina utkast och %n oskickat meddelande finns kvar så länge programmet är öppet.</numerusform>
    <numerusform>Dina utkast och %n oskickade meddelanden finns kvar så länge programmet är öppet.</numerusform>
   </translation>
  </message>
  <message>
   <source>Your drafts are kept on this computer.</source>
   <translation>Dina utkast är sparade på den här datorn.</translation>
  </message>
  <message>
   <source>Your drafts are kept while the program is open.</source>
   <translation>Dina utkast finns kvar så länge programmet är öppet.</translation>
  </message>
  <message>
   <source>next in {seconds} s</source>
   <translation>nästa {seconds} s</translation>
  </message>
 </context>
 <context>
  <name>marks</name>
  <message>
   <source>language barrier</source>
   <translation>språkhinder</translation>
  </message>
  <message>
   <source>possible crisis</source>
   <translation>möjlig kris</translation>
  </message>
  <message>
   <source>possible threat</source>
   <translation>möjligt hot</translation>
  </message>
 </context>
 <context>
  <name>memory_only</name>
  <message>
   <source>Close the other Vuoro. Then send or copy what you have written here, and sign out and in again.</source>
   <translation>Stäng det andra Vuoro. Skicka eller kopiera sedan det du har skrivit här och logga ut och in igen.</translation>
  </message>
  <message>
   <source>Drafts are not kept on this computer.</source>
   <translation>Utkast sparas inte på den här datorn.</translation>
  </message>
  <message>
   <source>I have read it</source>
   <translation>Uppfattat</translation>
  </message>
  <message>
   <source>It was put aside, nothing was deleted, and a fresh one was begun. Drafts and unsent messages from before are not here. If you miss something, tell application support.</source>
   <translation>Den lades åt sidan, ingenting raderades och en ny fil påbörjades. Tidigare utkast och oskickade meddelanden finns inte här. Berätta för applikationsstödet om du saknar något.</translation>
  </message>
  <message>
   <source>Make room or tell application support. Keeping begins again by itself when there is room.</source>
   <translation>Frigör utrymme eller berätta för applikationsstödet. Sparandet fortsätter av sig självt när det finns utrymme.</translation>
  </message>
  <message>
   <source>Make room or tell application support. Then send or copy what you have written, and sign out and in again.</source>
   <translation>Frigör utrymme eller berätta för applikationsstödet. Skicka eller kopiera sedan det du har skrivit och logga ut och in igen.</translation>
  </message>
  <message>
   <source>Send or copy what you have written, sign out and in again, and open the keyring when you are asked to.</source>
   <translation>Skicka eller kopiera det du har skrivit, logga ut och in igen och öppna nyckelringen när du blir ombedd.</translation>
  </message>
  <message>
   <source>Send or copy what you have written, then sign out and in again. If that does not help, tell application support.</source>
   <translation>Skicka eller kopiera det du har skrivit och logga ut och in igen. Berätta för applikationsstödet om det inte hjälper.</translation>
  </message>
  <message>
   <source>Send or copy what you have written, then sign out and in again: a fresh file is begun. Tell application support.</source>
   <translation>Skicka eller kopiera det du har skrivit och logga ut och in igen, så påbörjas en ny fil. Berätta för applikationsstödet.</translation>
  </message>
  <message>
   <source>Tell application support. Keeping begins again by itself when the disk works.</source>
   <translation>Berätta för applikationsstödet. Sparandet fortsätter av sig självt när disken fungerar.</translation>
  </message>
  <message>
   <source>The disk of this computer cannot be used.</source>
   <translation>Datorns disk kan inte användas.</translation>
  </message>
  <message>
   <source>The disk of this computer is full.</source>
   <translation>Datorns disk är full.</translation>
  </message>
  <message>
   <source>The keyring of this computer did not answer.</source>
   <translation>Datorns nyckelring svarade inte.</translation>
  </message>
  <message>
   <source>The keyring of this computer does not work.</source>
   <translation>Datorns nyckelring fungerar inte.</translation>
  </message>
  <message>
   <source>The keyring of this computer is locked.</source>
   <translation>Datorns nyckelring är låst.</translation>
  </message>
  <message>
   <source>This computer has no keyring that Vuoro trusts with the key of your file.</source>
   <translation>Datorn saknar en pålitlig nyckelring för nyckeln till din fil.</translation>
  </message>
  <message>
   <source>Unsent text lives only while the program is open.</source>
   <translation>Oskickad text finns bara kvar så länge programmet är öppet.</translation>
  </message>
  <message>
   <source>Vuoro may not write to the disk of this computer.</source>
   <translation>Vuoro får inte skriva på datorns disk.</translation>
  </message>
  <message>
   <source>You can work as usual. Tell application support.</source>
   <translation>Du kan arbeta som vanligt. Berätta för applikationsstödet.</translation>
  </message>
  <message>
   <source>Your earlier drafts are safe in the file. Ask application support to update this Vuoro.</source>
   <translation>Dina tidigare utkast finns kvar i filen. Be applikationsstödet uppdatera det här Vuoro.</translation>
  </message>
  <message>
   <source>Your earlier file on this computer could not be read.</source>
   <translation>Din tidigare fil på den här datorn kunde inte läsas.</translation>
  </message>
  <message>
   <source>Your file could not be read and was put aside.</source>
   <translation>Din fil kunde inte läsas och lades åt sidan.</translation>
  </message>
  <message>
   <source>Your file is already open in another Vuoro on this computer.</source>
   <translation>Din fil är redan öppen i ett annat Vuoro på den här datorn.</translation>
  </message>
  <message>
   <source>Your file was written by a newer Vuoro than this one.</source>
   <translation>Din fil är sparad med ett nyare Vuoro än det här.</translation>
  </message>
 </context>
 <context>
  <name>messages</name>
  <message>
   <source>Answered</source>
   <translation>Besvarade</translation>
  </message>
  <message>
   <source>Answered. The customer can write again.</source>
   <translation>Besvarat. Kunden kan skriva igen.</translation>
  </message>
  <message>
   <source>Late</source>
   <translation>Försenade</translation>
  </message>
  <message>
   <source>Late: an answer was promised by {when}</source>
   <translation>Försenat: svar utlovades senast {when}</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Senare</translation>
  </message>
  <message>
   <source>Promise: answer at the latest {when}</source>
   <translation>Servicelöfte: svara senast {when}</translation>
  </message>
  <message>
   <source>Sent as agreed. The customer can answer until {when}; then it closes.</source>
   <translation>Skickat enligt överenskommelse. Kunden kan svara fram till {when}; sedan stängs meddelandet.</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>I dag</translation>
  </message>
  <message>
   <source>being taken…</source>
   <translation>tas emot…</translation>
  </message>
  <message>
   <source>came {when}</source>
   <translation>kom {when}</translation>
  </message>
  <message>
   <source>late</source>
   <translation>försenat</translation>
  </message>
  <message>
   <source>sent to the customer</source>
   <translation>skickat till kunden</translation>
  </message>
  <message>
   <source>sent {when}</source>
   <translation>skickat {when}</translation>
  </message>
  <message>
   <source>waits for the customer</source>
   <translation>väntar på kunden</translation>
  </message>
  <message>
   <source>yours</source>
   <translation>hos dig</translation>
  </message>
 </context>
 <context>
  <name>notices</name>
  <message>
   <source>A call to whoever is on call was not recorded. Its text is a draft again.</source>
   <translation>Samtalet till jouren registrerades inte. Texten är ett utkast igen.</translation>
  </message>
  <message>
   <source>A consultation was not sent. Its text is a draft again.</source>
   <translation>Konsultationen skickades inte. Texten är ett utkast igen.</translation>
  </message>
  <message>
   <source>A message to customer {alias} was not sent.</source>
   <translation>Ett meddelande till kund {alias} skickades inte.</translation>
  </message>
  <message>
   <source>A note about customer {alias} was not kept. Its text is a draft again.</source>
   <translation>Anteckningen om kund {alias} sparades inte. Texten är ett utkast igen.</translation>
  </message>
  <message numerus="yes">
   <source>Customer {alias} has been moved %n times.</source>
   <translation>
    <numerusform>Kund {alias} har överförts %n gång.</numerusform>
    <numerusform>Kund {alias} har överförts %n gånger.</numerusform>
   </translation>
  </message>
  <message>
   <source>Customer {alias} was not asked for permission.</source>
   <translation>Kund {alias} tillfrågades inte om lov.</translation>
  </message>
  <message>
   <source>Customer {alias} was not asked to identify.</source>
   <translation>Kund {alias} ombads inte identifiera sig.</translation>
  </message>
  <message>
   <source>Customer {alias} was not offered.</source>
   <translation>Kund {alias} erbjöds inte.</translation>
  </message>
  <message>
   <source>Customer {alias} was not returned to the queue.</source>
   <translation>Kund {alias} återfördes inte till kön.</translation>
  </message>
  <message>
   <source>Customer {alias} was not taken over.</source>
   <translation>Kund {alias} togs inte över.</translation>
  </message>
  <message>
   <source>Customer {alias} was not taken.</source>
   <translation>Kund {alias} togs inte emot.</translation>
  </message>
  <message>
   <source>Customer {alias} was not transferred.</source>
   <translation>Kund {alias} överfördes inte.</translation>
  </message>
  <message>
   <source>Customer {alias}: a step was not recorded.</source>
   <translation>Kund {alias}: en punkt i checklistan antecknades inte.</translation>
  </message>
  <message>
   <source>Customer {alias}: reading was not marked.</source>
   <translation>Kund {alias}: läsningen markerades inte.</translation>
  </message>
  <message>
   <source>Help was not called for customer {alias}. Call again, or by phone.</source>
   <translation>Begäran om hjälp till kund {alias} gick inte fram. Be igen eller ring.</translation>
  </message>
  <message>
   <source>I have read it</source>
   <translation>Uppfattat</translation>
  </message>
  <message>
   <source>Most urgent now: customer {alias}.</source>
   <translation>Mest brådskande nu: kund {alias}.</translation>
  </message>
  <message>
   <source>Nobody was allowed to work outside the plan.</source>
   <translation>Lov att ta kunder utanför arbetslistan gavs inte.</translation>
  </message>
  <message>
   <source>Nobody was called to customer {alias}. Call by phone: the numbers stand in the card.</source>
   <translation>Ingen kallades till kund {alias}. Be om hjälp per telefon.</translation>
  </message>
  <message>
   <source>Nobody was told that you come to customer {alias}.</source>
   <translation>Ingen fick veta att du kommer till kund {alias}.</translation>
  </message>
  <message>
   <source>Nothing was left unfinished for you.</source>
   <translation>Ingenting blev ogjort för din del.</translation>
  </message>
  <message>
   <source>Nothing was masked in the conversation with customer {alias}.</source>
   <translation>Inget doldes i samtalet med kund {alias}.</translation>
  </message>
  <message>
   <source>Pre-information of customer {alias} was not corrected, and nobody was moved.</source>
   <translation>Förhandsuppgifterna för kund {alias} rättades inte, och ingen flyttades.</translation>
  </message>
  <message>
   <source>Pre-information of customer {alias} was not refined. What you wrote is kept.</source>
   <translation>Förhandsuppgifterna för kund {alias} preciserades inte. Det du skrev finns kvar.</translation>
  </message>
  <message>
   <source>Take the most urgent</source>
   <translation>Ta den mest brådskande</translation>
  </message>
  <message>
   <source>The agreed message to customer {alias} was not sent. Its text is a draft again.</source>
   <translation>Det överenskomna meddelandet till kund {alias} skickades inte. Texten är ett utkast igen.</translation>
  </message>
  <message>
   <source>The agreed message to the customer you called was not sent. Its text is a draft again.</source>
   <translation>Det överenskomna meddelandet till kunden som du ringde skickades inte. Texten är ett utkast igen.</translation>
  </message>
  <message>
   <source>The call for help for customer {alias} was not withdrawn.</source>
   <translation>Begäran om hjälp för kund {alias} återtogs inte.</translation>
  </message>
  <message>
   <source>The consultation was not closed.</source>
   <translation>Konsultationen avslutades inte.</translation>
  </message>
  <message>
   <source>The consultation was not given back.</source>
   <translation>Konsultationen gavs inte tillbaka.</translation>
  </message>
  <message>
   <source>The consultation was not taken.</source>
   <translation>Konsultationen togs inte.</translation>
  </message>
  <message>
   <source>The consultation was not withdrawn.</source>
   <translation>Konsultationen drogs inte tillbaka.</translation>
  </message>
  <message>
   <source>The conversation stayed where it was.</source>
   <translation>Samtalet stannade där det var.</translation>
  </message>
  <message>
   <source>The conversation with customer {alias} was not ended.</source>
   <translation>Samtalet med kund {alias} avslutades inte.</translation>
  </message>
  <message>
   <source>The end of the problem situation of customer {alias} was not recorded.</source>
   <translation>Att problemsituationen är över antecknades inte (kund {alias}).</translation>
  </message>
  <message>
   <source>The offer of customer {alias} was not accepted.</source>
   <translation>Erbjudandet om kund {alias} togs inte emot.</translation>
  </message>
  <message>
   <source>The offer of customer {alias} was not declined.</source>
   <translation>Erbjudandet om kund {alias} avböjdes inte.</translation>
  </message>
  <message>
   <source>The offer of customer {alias} was not withdrawn.</source>
   <translation>Erbjudandet om kund {alias} drogs inte tillbaka.</translation>
  </message>
  <message>
   <source>The offer of customer {alias} was over already.</source>
   <translation>Erbjudandet om kund {alias} var redan över.</translation>
  </message>
  <message>
   <source>The planned shift was not removed.</source>
   <translation>Det planerade skiftet togs inte bort.</translation>
  </message>
  <message>
   <source>The shift did not begin.</source>
   <translation>Skiftet började inte.</translation>
  </message>
  <message>
   <source>The shift did not end.</source>
   <translation>Skiftet avslutades inte.</translation>
  </message>
  <message>
   <source>The shift was not planned.</source>
   <translation>Skiftet lades inte till i arbetslistan.</translation>
  </message>
  <message>
   <source>The wrap-up of customer {alias} was not recorded. The notes are kept.</source>
   <translation>Avslutandet för kund {alias} registrerades inte. Anteckningen finns kvar.</translation>
  </message>
  <message>
   <source>You did not join customer {alias}.</source>
   <translation>Du anslöt dig inte till samtalet med kund {alias}.</translation>
  </message>
  <message>
   <source>You still read along with customer {alias}.</source>
   <translation>Du är fortfarande med i samtalet med kund {alias}.</translation>
  </message>
  <message>
   <source>Your presence was not changed.</source>
   <translation>Din status ändrades inte.</translation>
  </message>
  <message>
   <source>Your words to a consultation were not sent. They are a draft again.</source>
   <translation>Din text till en konsultation skickades inte. Den är ett utkast igen.</translation>
  </message>
  <message>
   <source>{name} moved the conversation now. It stands in Situation until it is over.</source>
   <translation>Senast överförde {name}. Samtalet syns i Läget tills det är slut.</translation>
  </message>
  <message>
   <source>{name} was first to take customer {alias}.</source>
   <translation>{name} hann ta kund {alias}.</translation>
  </message>
 </context>
 <context>
  <name>offers</name>
  <message numerus="yes">
   <source>%n h</source>
   <translation>
    <numerusform>%n h</numerusform>
    <numerusform>%n h</numerusform>
   </translation>
  </message>
  <message>
   <source>It ended while the connection was away. Your conversations show whose the customer is.</source>
   <translation>Det tog slut medan förbindelsen var borta. Dina samtal visar vem som har kunden.</translation>
  </message>
  <message>
   <source>Offered to {name}.</source>
   <translation>Erbjudet till {name}.</translation>
  </message>
  <message>
   <source>Responsibility has moved, and the customer is told.</source>
   <translation>Ansvaret har övergått, och kunden har fått veta.</translation>
  </message>
  <message>
   <source>The conversation is still yours.</source>
   <translation>Samtalet är fortfarande ditt.</translation>
  </message>
  <message>
   <source>The offer of customer {alias} from {name} is over.</source>
   <translation>Erbjudandet av kund {alias} från {name} är över.</translation>
  </message>
  <message>
   <source>The offer of customer {alias} is over: the conversation has ended or moved.</source>
   <translation>Erbjudandet om kund {alias} är över: samtalet är slut eller har flyttats.</translation>
  </message>
  <message>
   <source>The offer of customer {alias} lapsed; the conversation stayed with {name}.</source>
   <translation>Erbjudandet om kund {alias} förföll; samtalet stannade hos {name}.</translation>
  </message>
  <message>
   <source>The offer of customer {alias} to {name} is over.</source>
   <translation>Erbjudandet av kund {alias} till {name} är över.</translation>
  </message>
  <message>
   <source>There is nothing for you to do.</source>
   <translation>Du behöver inte göra något.</translation>
  </message>
  <message numerus="yes">
   <source>Transfer %n. If you do not answer, the conversation stays with {name}, who is responsible until you accept it.</source>
   <translation>
    <numerusform>Överföring %n. Om du inte svarar stannar samtalet hos {name}, som ansvarar tills du tar emot.</numerusform>
    <numerusform>Överföring %n. Om du inte svarar stannar samtalet hos {name}, som ansvarar tills du tar emot.</numerusform>
   </translation>
  </message>
  <message>
   <source>Transfer offered to you</source>
   <translation>Överföring erbjuds dig</translation>
  </message>
  <message>
   <source>Withdraw the offer</source>
   <translation>Dra tillbaka erbjudandet</translation>
  </message>
  <message>
   <source>You are responsible and answer until it is accepted.</source>
   <translation>Du ansvarar och svarar tills erbjudandet tas emot.</translation>
  </message>
  <message>
   <source>You are responsible until {name} accepts. The customer is told only when it is accepted.</source>
   <translation>Du ansvarar tills {name} tar emot. Kunden får veta först då.</translation>
  </message>
  <message>
   <source>conversations {load} / {capacity}</source>
   <translation>samtal {load} / {capacity}</translation>
  </message>
  <message>
   <source>finds it when her shift begins</source>
   <translation>hittar det när skiftet börjar</translation>
  </message>
  <message>
   <source>has room</source>
   <translation>har plats</translation>
  </message>
  <message>
   <source>no room now</source>
   <translation>har inte plats nu</translation>
  </message>
  <message>
   <source>{name} accepted customer {alias}.</source>
   <translation>{name} tog emot kund {alias}.</translation>
  </message>
  <message>
   <source>{name} declined customer {alias}: “{reason}”.</source>
   <translation>{name} avböjde kund {alias}: ”{reason}”.</translation>
  </message>
  <message>
   <source>{name} did not answer the offer in time.</source>
   <translation>{name} svarade inte på erbjudandet i tid.</translation>
  </message>
  <message>
   <source>{name} is no longer there, so the offer went back.</source>
   <translation>{name} är inte längre på plats, så erbjudandet gick tillbaka.</translation>
  </message>
  <message>
   <source>{name} is not there now and finds the offer when she comes. You are responsible until she accepts.</source>
   <translation>{name} är inte på plats nu och hittar erbjudandet när hen kommer. Du har ansvaret tills hen tar emot.</translation>
  </message>
  <message>
   <source>{name} withdrew the offer of customer {alias}.</source>
   <translation>{name} drog tillbaka erbjudandet om kund {alias}.</translation>
  </message>
 </context>
 <context>
  <name>palette</name>
  <message>
   <source>action</source>
   <translation>åtgärd</translation>
  </message>
  <message>
   <source>canned answer</source>
   <translation>färdigt svar</translation>
  </message>
  <message>
   <source>conversation</source>
   <translation>samtal</translation>
  </message>
 </context>
 <context>
  <name>plan</name>
  <message>
   <source>At other times a customer who waits is not yours to take, unless a supervisor allows it.</source>
   <translation>Andra tider kan du inte ta en kund som väntar, om inte en chef ger lov.</translation>
  </message>
  <message>
   <source>Planned for you today:</source>
   <translation>I arbetslistan för dig i dag:</translation>
  </message>
  <message>
   <source>Your shift {hours}</source>
   <translation>Ditt skift {hours}</translation>
  </message>
  <message>
   <source>at home</source>
   <translation>hemma</translation>
  </message>
  <message>
   <source>at the office</source>
   <translation>på kontoret</translation>
  </message>
 </context>
 <context>
  <name>preInformation</name>
  <message>
   <source>No finer topic</source>
   <translation>Inget finare ämne</translation>
  </message>
  <message>
   <source>moves to {queue}</source>
   <translation>flyttas till kön {queue}</translation>
  </message>
  <message>
   <source>now</source>
   <translation>nu</translation>
  </message>
 </context>
 <context>
  <name>problem</name>
  <message>
   <source>A language barrier is marked: {help}.</source>
   <translation>Ett språkhinder är markerat, ombedd hjälp: {help}.</translation>
  </message>
  <message>
   <source>Customer {alias}</source>
   <translation>Kund {alias}</translation>
  </message>
  <message>
   <source>No new conversations come to you</source>
   <translation>Inga nya samtal kommer till dig</translation>
  </message>
  <message>
   <source>Nobody has answered yet</source>
   <translation>Ingen har svarat ännu</translation>
  </message>
  <message>
   <source>Nobody has checked for 90 days whether these numbers answer: {which}. Application support writes down in the service model when they were checked.</source>
   <translation>Ingen har på 90 dagar kontrollerat om de här numren svarar: {which}. Applikationsstödet antecknar i servicemodellen när de har kontrollerats.</translation>
  </message>
  <message>
   <source>Nobody was called, and nothing is recorded.</source>
   <translation>Ingen är kallad och ingenting är antecknat.</translation>
  </message>
  <message>
   <source>Supervisors called at {clock}</source>
   <translation>Cheferna kallade kl. {clock}</translation>
  </message>
  <message>
   <source>The call for help is over</source>
   <translation>Begäran om hjälp är över</translation>
  </message>
  <message>
   <source>The supervisors are being called…</source>
   <translation>Cheferna kallas…</translation>
  </message>
  <message>
   <source>a problem situation</source>
   <translation>en problemsituation</translation>
  </message>
  <message>
   <source>a question</source>
   <translation>en fråga</translation>
  </message>
  <message>
   <source>an interpreter</source>
   <translation>en tolk</translation>
  </message>
  <message>
   <source>does not want to talk it over</source>
   <translation>vill inte gå igenom situationen</translation>
  </message>
  <message>
   <source>done</source>
   <translation>gjort</translation>
  </message>
  <message>
   <source>not done</source>
   <translation>inte gjort</translation>
  </message>
  <message>
   <source>says later whether to talk it over</source>
   <translation>svarar senare om genomgången</translation>
  </message>
  <message>
   <source>somebody who writes English</source>
   <translation>någon som skriver engelska</translation>
  </message>
  <message>
   <source>somebody who writes Swedish</source>
   <translation>någon som skriver svenska</translation>
  </message>
  <message>
   <source>wants to talk it over</source>
   <translation>vill gå igenom situationen</translation>
  </message>
  <message>
   <source>{name} is coming</source>
   <translation>{name} är på väg</translation>
  </message>
  <message>
   <source>{name} reads along</source>
   <translation>{name} läser med</translation>
  </message>
 </context>
 <context>
  <name>problems</name>
  <message>
   <source>A message of yours is still on its way. Transfer when it has been sent.</source>
   <translation>Ditt meddelande är ännu på väg. Överför när det har skickats.</translation>
  </message>
  <message>
   <source>A new right is applied for by a supervisor. Here rights are only taken away. Nothing was changed.</source>
   <translation>En ny rättighet ansöks av en chef. Här kan rättigheter bara tas bort. Inget ändrades.</translation>
  </message>
  <message>
   <source>A shift ends after it begins, on the same day, at 24.00 at the latest. Mend the times.</source>
   <translation>Ett skift slutar efter att det har börjat, samma dag, senast kl. 24.00. Rätta klockslagen.</translation>
  </message>
  <message>
   <source>An agreed message is sent from a contact that is yours, before it is wrapped up.</source>
   <translation>Ett överenskommet meddelande skickas från en kontakt som är din, innan den har avslutats med en anteckning.</translation>
  </message>
  <message>
   <source>Both attempts were in this half of the day. The last one must be at another time.</source>
   <translation>Båda försöken gjordes under samma halva dag. Gör det sista vid en annan tid.</translation>
  </message>
  <message>
   <source>Choose a contact reason and an outcome.</source>
   <translation>Välj kontaktorsak och slutresultat.</translation>
  </message>
  <message>
   <source>Customers cannot identify in this service. The conversation is as it was; guide the customer to a channel where identity is verified.</source>
   <translation>I den här tjänsten kan kunden inte identifiera sig. Samtalet är som det var; hänvisa kunden till en kanal där identiteten verifieras.</translation>
  </message>
  <message>
   <source>Fill in {blank} first, or remove it from the text.</source>
   <translation>Fyll först i {blank} eller ta bort det ur texten.</translation>
  </message>
  <message>
   <source>Help is called for already.</source>
   <translation>Hjälp har redan begärts.</translation>
  </message>
  <message>
   <source>It cannot be offered to that person. Choose another; the conversation is still yours.</source>
   <translation>Det går inte att erbjuda den personen. Välj någon annan; samtalet är fortfarande ditt.</translation>
  </message>
  <message>
   <source>It did not reach the service in time and was not done. Try again.</source>
   <translation>Det nådde inte servern i tid och gjordes inte. Försök på nytt.</translation>
  </message>
  <message>
   <source>It did not succeed. Try again, and tell application support if it goes on.</source>
   <translation>Det lyckades inte. Försök på nytt och kontakta applikationsstödet om felet fortsätter.</translation>
  </message>
  <message>
   <source>It is agreed that you do other work than chats: callback requests and consultations.</source>
   <translation>Det är avtalat att du gör annat arbete än chatt: begäran om uppringning och konsultationer.</translation>
  </message>
  <message>
   <source>It is already under way.</source>
   <translation>Det är redan på gång.</translation>
  </message>
  <message>
   <source>It was not sent because an earlier one came back.</source>
   <translation>Det skickades inte eftersom ett tidigare meddelande kom tillbaka.</translation>
  </message>
  <message>
   <source>Lines can be attached only from a conversation that is yours.</source>
   <translation>Rader kan bifogas bara från ett samtal som är ditt.</translation>
  </message>
  <message>
   <source>No permission is needed for that queue. Transfer the conversation.</source>
   <translation>För den här kön behövs inget lov. Överför samtalet.</translation>
  </message>
  <message>
   <source>No shift of yours is planned in this queue today. The customer still waits in the queue. If you are needed now, a supervisor can allow it in “Situation”.</source>
   <translation>Du har inget planerat skift i den här kön i dag. Kunden väntar fortfarande i kön. Om du behövs nu kan en chef ge dig lov under ”Läget”.</translation>
  </message>
  <message>
   <source>Nobody is on call for that line. Ask without urgency, or call 112 in mortal danger.</source>
   <translation>Linjen har ingen jour. Fråga utan brådska; ring 112 vid livsfara.</translation>
  </message>
  <message>
   <source>One of these queues is no longer there. Choose again.</source>
   <translation>Någon av köerna finns inte längre. Välj på nytt.</translation>
  </message>
  <message>
   <source>Permission cannot be asked for: the service model has no words for it, or does not say whose record that queue keeps. The conversation is as it was; tell application support.</source>
   <translation>Det går inte att fråga om lov: tjänstemodellen saknar texterna eller uppgift om vilket register kön hör till. Samtalet är som det var. Berätta för applikationsstödet.</translation>
  </message>
  <message>
   <source>She has these rights already. Choose a role or a queue that she does not have.</source>
   <translation>Personen har redan de här rättigheterna. Välj en roll eller kö som personen inte har.</translation>
  </message>
  <message>
   <source>Some of this time is planned for that person already. Nothing was changed.</source>
   <translation>Personen har redan ett planerat skift under en del av den här tiden. Inget ändrades.</translation>
  </message>
  <message>
   <source>Somebody else could guess that password: it is the one-time one, or your user name is in it. Nothing was changed; choose another one.</source>
   <translation>Någon annan kunde gissa lösenordet: det är engångslösenordet, eller så ingår ditt användarnamn. Ingenting ändrades; välj ett annat.</translation>
  </message>
  <message>
   <source>Somebody has an account with that user name already. Nothing was changed; choose another name.</source>
   <translation>Någon har redan det användarnamnet. Inget ändrades. Välj ett annat namn.</translation>
  </message>
  <message>
   <source>Take the request first: then its number is shown and you can dial.</source>
   <translation>Ta först emot begäran, så ser du numret och kan ringa.</translation>
  </message>
  <message>
   <source>That is on the other side between social care and health care. A conversation crosses only with the customer's permission. The conversation is as it was: ask for permission where you transfer.</source>
   <translation>Det är på andra sidan gränsen mellan socialvården och hälso- och sjukvården. Ett samtal går över gränsen bara med kundens lov. Samtalet är som det var: be om lov där du överför.</translation>
  </message>
  <message>
   <source>That line can no longer be asked. Choose again.</source>
   <translation>Linjen kan inte längre tillfrågas. Välj på nytt.</translation>
  </message>
  <message>
   <source>That person does not answer customers any more. Choose another.</source>
   <translation>Personen svarar inte längre kunder. Välj någon annan.</translation>
  </message>
  <message>
   <source>That person does not serve one of these queues any more. Choose again.</source>
   <translation>Personen betjänar inte längre en av de här köerna. Välj på nytt.</translation>
  </message>
  <message>
   <source>That planned shift is not there any more.</source>
   <translation>Det planerade skiftet finns inte längre.</translation>
  </message>
  <message>
   <source>That professional is on the other side between social care and health care. A conversation crosses only with the customer's permission, and into a queue. The conversation is still yours: choose a queue there and ask for permission.</source>
   <translation>Den yrkesutbildade är på andra sidan gränsen mellan socialvården och hälso- och sjukvården. Ett samtal går över gränsen bara med kundens lov och till en kö. Samtalet är fortfarande ditt: välj en kö där och be om lov.</translation>
  </message>
  <message>
   <source>That professional takes identified customers only, and the customer is anonymous. The conversation is still yours: give the other service's phone number, or offer a call.</source>
   <translation>Den yrkespersonen tar emot bara identifierade kunder, och kunden är anonym. Samtalet är fortfarande ditt: ge den andra tjänstens telefonnummer eller erbjud uppringning.</translation>
  </message>
  <message>
   <source>That question is over: another was asked since, or it is answered. Nothing was changed.</source>
   <translation>Frågan gäller inte längre: en ny har ställts eller den är besvarad. Ingenting ändrades.</translation>
  </message>
  <message>
   <source>That queue is no longer there. Choose another; the conversation is still yours.</source>
   <translation>Den kön finns inte längre. Välj en annan; samtalet är fortfarande ditt.</translation>
  </message>
  <message>
   <source>That time cannot be booked any more.</source>
   <translation>Den tiden går inte längre att boka.</translation>
  </message>
  <message>
   <source>That was a one-time password. Choose one of your own first.</source>
   <translation>Det var ett engångslösenord. Välj först ett eget.</translation>
  </message>
  <message>
   <source>That was too often. Try again in about {minutes} minutes.</source>
   <translation>För många gånger i rad. Försök på nytt om cirka {minutes} minuter.</translation>
  </message>
  <message>
   <source>That was too often. Try again in {seconds} seconds.</source>
   <translation>För många gånger i rad. Försök på nytt om {seconds} sekunder.</translation>
  </message>
  <message>
   <source>The account is shut. A supervisor applies for its rights anew; granting them opens it again.</source>
   <translation>Kontot är stängt. En chef ansöker om rättigheterna på nytt, och kontot öppnas när de beviljas.</translation>
  </message>
  <message>
   <source>The application was decided or withdrawn already. The list shows what came of it.</source>
   <translation>Ansökan är redan avgjord eller återtagen. I listan ser du vad som beslutades.</translation>
  </message>
  <message>
   <source>The call for help is over already.</source>
   <translation>Begäran om hjälp är redan över.</translation>
  </message>
  <message>
   <source>The call was dialled outside the calling time.</source>
   <translation>Samtalet ringdes utanför ringtiden.</translation>
  </message>
  <message>
   <source>The callback request is closed already.</source>
   <translation>Begäran om uppringning är redan avslutad.</translation>
  </message>
  <message>
   <source>The callback request is not in your queues any more.</source>
   <translation>Begäran om uppringning finns inte längre i dina köer.</translation>
  </message>
  <message>
   <source>The calling time is closed now. It opens {when}.</source>
   <translation>Ringtiden är stängd nu. Den öppnar {when}.</translation>
  </message>
  <message>
   <source>The chat still goes on: say it there. Instructions are sent when it has ended.</source>
   <translation>Samtalet pågår ännu: säg det där. Anvisningar skickas när samtalet har avslutats.</translation>
  </message>
  <message>
   <source>The connection is away: this can be done when it is back.</source>
   <translation>Anslutningen är bruten: detta kan göras när den är tillbaka.</translation>
  </message>
  <message>
   <source>The consultation has been answered already.</source>
   <translation>Konsultationen är redan besvarad.</translation>
  </message>
  <message>
   <source>The consultation has ended.</source>
   <translation>Konsultationen är avslutad.</translation>
  </message>
  <message>
   <source>The consultation has no answer yet. Withdraw it if none is needed.</source>
   <translation>Konsultationen har inget svar ännu. Dra tillbaka den om inget svar behövs.</translation>
  </message>
  <message>
   <source>The consultation is no longer yours: responsibility has moved.</source>
   <translation>Konsultationen är inte längre din: ansvaret har flyttats.</translation>
  </message>
  <message>
   <source>The consultation is not in your lines any more.</source>
   <translation>Konsultationen finns inte längre i dina linjer.</translation>
  </message>
  <message>
   <source>The contact is not yours any more. Whoever has it now can send the message.</source>
   <translation>Kontakten är inte längre din. Den som har den nu kan skicka meddelandet.</translation>
  </message>
  <message>
   <source>The conversation has ended.</source>
   <translation>Samtalet har avslutats.</translation>
  </message>
  <message>
   <source>The conversation is closed.</source>
   <translation>Samtalet är stängt.</translation>
  </message>
  <message>
   <source>The conversation is no longer yours: responsibility has moved.</source>
   <translation>Samtalet är inte längre ditt: ansvaret har överförts.</translation>
  </message>
  <message>
   <source>The conversation is not yours any more.</source>
   <translation>Samtalet är inte längre ditt.</translation>
  </message>
  <message>
   <source>The conversation is not yours.</source>
   <translation>Samtalet är inte ditt.</translation>
  </message>
  <message>
   <source>The conversation is offered to {name} already. Withdraw that offer first.</source>
   <translation>Samtalet är redan erbjudet till {name}. Dra först tillbaka det erbjudandet.</translation>
  </message>
  <message>
   <source>The conversation still goes on. End it first.</source>
   <translation>Samtalet pågår ännu. Avsluta det först.</translation>
  </message>
  <message>
   <source>The customer has been moved before. Write in the internal message why once more. The conversation is yours.</source>
   <translation>Kunden har redan överförts. Skriv i det interna meddelandet varför igen. Samtalet är fortfarande ditt.</translation>
  </message>
  <message>
   <source>The customer has been tried three times.</source>
   <translation>Vi har försökt nå kunden tre gånger.</translation>
  </message>
  <message>
   <source>The customer has identified already. There is nothing to ask.</source>
   <translation>Kunden har redan identifierat sig. Du behöver inte be om det.</translation>
  </message>
  <message>
   <source>The customer is anonymous: the message would not find her. Ask her to identify, or tell her now what she needs to know.</source>
   <translation>Kunden är anonym: meddelandet skulle inte nå fram. Be kunden identifiera sig eller berätta saken nu.</translation>
  </message>
  <message>
   <source>The customer is being asked already. You see here what comes of it.</source>
   <translation>Kunden ombeds redan identifiera sig. Du ser här vad kunden svarar.</translation>
  </message>
  <message>
   <source>The customer is not waiting any more.</source>
   <translation>Kunden väntar inte längre.</translation>
  </message>
  <message>
   <source>The customer wished for another time of the day.</source>
   <translation>Kunden önskade samtalet vid en annan tid på dagen.</translation>
  </message>
  <message>
   <source>The customer's lines do not go to a line on the other side between social care and health care without permission. Ask in your own words, without attached lines.</source>
   <translation>Kundens meddelanden bifogas inte över gränsen mellan socialvård och hälso- och sjukvård utan samtycke. Fråga med egna ord, utan bifogade meddelanden.</translation>
  </message>
  <message>
   <source>The day of the agreement is still to come. Choose the day on which it was agreed.</source>
   <translation>Dagen för överenskommelsen har inte kommit än. Välj den dag då ni kom överens.</translation>
  </message>
  <message>
   <source>The lists have changed meanwhile. Choose the reason and the outcome again.</source>
   <translation>Listorna har ändrats under tiden. Välj orsak och slutresultat på nytt.</translation>
  </message>
  <message>
   <source>The message has changed meanwhile. Look at it again, and mask what is still to be masked.</source>
   <translation>Meddelandet har ändrats under tiden. Titta på det igen och dölj det som ännu ska döljas.</translation>
  </message>
  <message>
   <source>The offer is not there any more.</source>
   <translation>Erbjudandet gäller inte längre.</translation>
  </message>
  <message>
   <source>The one-time password is no longer good. Ask application support for another one.</source>
   <translation>Engångslösenordet gäller inte längre. Be applikationsstödet om ett nytt.</translation>
  </message>
  <message>
   <source>The password is too short: it needs at least {limit} characters. Nothing was changed.</source>
   <translation>Lösenordet är för kort: det måste ha minst {limit} tecken. Ingenting ändrades.</translation>
  </message>
  <message>
   <source>The problem situation is over already. What was recorded of it is kept.</source>
   <translation>Problemsituationen är redan över. Det som har antecknats finns kvar.</translation>
  </message>
  <message>
   <source>The receiver has opened the conversation: the permission cannot be taken back any more.</source>
   <translation>Mottagaren har öppnat samtalet: lovet kan inte längre återtas.</translation>
  </message>
  <message>
   <source>The request is no longer yours: responsibility has moved.</source>
   <translation>Begäran är inte längre din: ansvaret har överförts.</translation>
  </message>
  <message>
   <source>The service cannot answer just now. It is tried again by itself.</source>
   <translation>Servern kan inte svara just nu. Programmet försöker själv på nytt.</translation>
  </message>
  <message>
   <source>The service cannot be reached. Check the network and try again.</source>
   <translation>Servern nås inte. Kontrollera nätverket och försök på nytt.</translation>
  </message>
  <message>
   <source>The service did not understand this program, and nothing was done. Tell application support.</source>
   <translation>Tjänsten förstod inte programmet och ingenting gjordes. Meddela applikationsstödet.</translation>
  </message>
  <message>
   <source>The service does not know you any more. Sign in again.</source>
   <translation>Tjänsten känner inte längre till dig. Logga in på nytt.</translation>
  </message>
  <message>
   <source>The service met a fault of its own. Tell application support if it goes on.</source>
   <translation>Det uppstod ett fel i tjänsten. Meddela applikationsstödet om det fortsätter.</translation>
  </message>
  <message>
   <source>The text holds characters that cannot be sent. Remove them and send again.</source>
   <translation>Texten innehåller tecken som inte kan skickas. Ta bort dem och skicka på nytt.</translation>
  </message>
  <message>
   <source>The text is too long: at most {limit} characters. Split it into parts.</source>
   <translation>Texten är för lång: högst {limit} tecken. Dela den i delar.</translation>
  </message>
  <message>
   <source>The time that the customer has booked has not begun.</source>
   <translation>Tiden som kunden har bokat har inte börjat ännu.</translation>
  </message>
  <message>
   <source>There is nothing to send yet.</source>
   <translation>Det finns inget att skicka än.</translation>
  </message>
  <message>
   <source>This computer's disk does not take anything in. Free some space on it.</source>
   <translation>Den här datorns disk tar inte emot något. Frigör diskutrymme.</translation>
  </message>
  <message>
   <source>This number was tried less than 60 minutes ago. Try again at {opens}.</source>
   <translation>Det här numret ringdes för mindre än 60 minuter sedan. Försök igen kl. {opens}.</translation>
  </message>
  <message>
   <source>This program is too old for the service. Update Vuoro, then sign in again.</source>
   <translation>Programmet är för gammalt för servern. Uppdatera Vuoro och logga sedan in på nytt.</translation>
  </message>
  <message>
   <source>This queue takes identified customers only, and the customer is anonymous. The conversation is still yours: give the other service's phone number, or offer a call.</source>
   <translation>Den här kön tar emot endast identifierade kunder, och kunden är anonym. Samtalet är fortfarande ditt: ge den andra tjänstens telefonnummer eller erbjud uppringning.</translation>
  </message>
  <message>
   <source>This service sends no messages to customers. Tell the customer now, or offer a call.</source>
   <translation>Den här tjänsten skickar inga meddelanden till kunder. Berätta saken nu eller erbjud ett samtal.</translation>
  </message>
  <message>
   <source>This takes another person: nobody decides of her own account, or of what she has applied for. Nothing was changed.</source>
   <translation>Här behövs en annan person: ingen beslutar om sitt eget konto eller om det hen själv har ansökt om. Inget ändrades.</translation>
  </message>
  <message>
   <source>You already have {capacity} conversations, as many as agreed. End one first.</source>
   <translation>Du har redan {capacity} samtal, så många som avtalats. Avsluta först ett.</translation>
  </message>
  <message>
   <source>You are in a problem situation: no new work comes to you until it is over.</source>
   <translation>Du är i en problemsituation: inget nytt arbete kommer till dig förrän den är över.</translation>
  </message>
  <message>
   <source>You are on a break. Choose “Available” at the top when you take customers again.</source>
   <translation>Du är på paus. Välj ”Tillgänglig” högst upp när du tar emot kunder igen.</translation>
  </message>
  <message>
   <source>You asked this yourself: somebody else answers it.</source>
   <translation>Du har själv frågat det här: någon annan svarar.</translation>
  </message>
  <message>
   <source>You have said that you are away. Choose “Available” at the top to take customers.</source>
   <translation>Din status är ”Frånvarande”. Välj ”Tillgänglig” högst upp om du vill ta emot kunder.</translation>
  </message>
  <message>
   <source>You still have conversations. End them or return them to the queue first.</source>
   <translation>Du har ännu samtal. Avsluta dem eller återför dem först till kön.</translation>
  </message>
  <message>
   <source>Your role does not allow this. Application support can tell you more.</source>
   <translation>Din roll tillåter inte detta. Applikationsstödet berättar mer.</translation>
  </message>
  <message>
   <source>Your shift in this queue is planned from {begins} to {ends} today. The customer still waits in the queue. If you are needed now, a supervisor can allow it in “Situation”.</source>
   <translation>Ditt skift i den här kön är i dag kl. {begins}–{ends}. Kunden väntar fortfarande i kön. Om du behövs nu kan en chef ge dig lov under ”Läget”.</translation>
  </message>
  <message>
   <source>Your sign-in has ended. Sign in again.</source>
   <translation>Din inloggning har upphört. Logga in på nytt.</translation>
  </message>
  <message>
   <source>{name} is calling the same number. Take another request meanwhile.</source>
   <translation>{name} ringer samma nummer. Ta en annan begäran så länge.</translation>
  </message>
  <message>
   <source>{name} is not there just now. Choose another; the conversation is still yours.</source>
   <translation>{name} är inte på plats just nu. Välj någon annan; samtalet är fortfarande ditt.</translation>
  </message>
  <message>
   <source>{name} reads along already.</source>
   <translation>{name} är redan med i samtalet.</translation>
  </message>
  <message>
   <source>{name} was first to take the consultation.</source>
   <translation>{name} hann ta konsultationen först.</translation>
  </message>
  <message>
   <source>{name} was first to take the customer.</source>
   <translation>{name} hann ta kunden.</translation>
  </message>
  <message>
   <source>{name} was first to take the request.</source>
   <translation>{name} hann ta emot begäran först.</translation>
  </message>
 </context>
 <context>
  <name>queues</name>
  <message>
   <source> · being taken…</source>
   <translation> · tas emot…</translation>
  </message>
  <message>
   <source>Internal message, the customer does not see it: {words}</source>
   <translation>Internt meddelande, kunden ser det inte: {words}</translation>
  </message>
  <message>
   <source>The queue is closed. Those who wait are offered a callback; they may still be taken.</source>
   <translation>Kön är stängd. De som väntar erbjuds återuppringning. De kan fortfarande tas till samtal.</translation>
  </message>
  <message>
   <source>The queue is closed. Those who wait have been promised that they are served to the end.</source>
   <translation>Kön är stängd. De som väntar har blivit lovade att de betjänas till slut.</translation>
  </message>
  <message>
   <source>Transferred by {name}</source>
   <translation>Överförd av {name}</translation>
  </message>
  <message>
   <source>closed</source>
   <translation>stängd</translation>
  </message>
  <message>
   <source>common queue</source>
   <translation>gemensam kö</translation>
  </message>
  <message>
   <source>pilot until {day}</source>
   <translation>försök t.o.m. {day}</translation>
  </message>
  <message>
   <source>pilot until {day}, to be decided</source>
   <translation>försök t.o.m. {day}, fortsättningen öppen</translation>
  </message>
  <message>
   <source>{identity}, {customer}, {topic}, {language}, has waited {clock}, {lateness}. {quote}</source>
   <translation>{identity}, {customer}, {topic}, {language}, har väntat {clock}, {lateness}. {quote}</translation>
  </message>
  <message>
   <source>{name}: nobody waits</source>
   <translation>{name}: ingen väntar</translation>
  </message>
  <message>
   <source>{name}: {count} waiting, longest {clock}, {lateness}</source>
   <translation>{name}: {count} väntar, längst {clock}, {lateness}</translation>
  </message>
 </context>
 <context>
  <name>sign_in</name>
  <message>
   <source>The one-time password is not good any more. Sign in with your own password, or ask application support for another one-time password.</source>
   <translation>Engångslösenordet gäller inte längre. Logga in med ditt eget lösenord eller be applikationsstödet om ett nytt engångslösenord.</translation>
  </message>
  <message>
   <source>The one-time password was good for three days, and they are over. Ask application support for another one.</source>
   <translation>Engångslösenordet gällde i tre dagar, och de har gått. Be applikationsstödet om ett nytt.</translation>
  </message>
  <message>
   <source>The server cannot be reached, and it is not known whether the password was kept. Press the button again when the line is back: nothing is done twice.</source>
   <translation>Servern kan inte nås, och det är inte känt om lösenordet sparades. Tryck på knappen igen när anslutningen är tillbaka: ingenting görs två gånger.</translation>
  </message>
  <message>
   <source>The user name or password is not right.</source>
   <translation>Användarnamnet eller lösenordet stämmer inte.</translation>
  </message>
  <message numerus="yes">
   <source>Too many attempts. You can try again in %n second(s).</source>
   <translation>
    <numerusform>För många försök. Du kan försöka på nytt om %n sekund.</numerusform>
    <numerusform>För många försök. Du kan försöka på nytt om %n sekunder.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Try again, %n attempt(s) left.</source>
   <translation>
    <numerusform>Försök på nytt, %n försök kvar.</numerusform>
    <numerusform>Försök på nytt, %n försök kvar.</numerusform>
   </translation>
  </message>
  <message>
   <source>Try again.</source>
   <translation>Försök på nytt.</translation>
  </message>
  <message>
   <source>What you wrote and have not sent is safe.</source>
   <translation>Det du har skrivit men inte skickat är sparat.</translation>
  </message>
  <message>
   <source>Your sign-in has ended. Sign in again to go on.</source>
   <translation>Din inloggning har upphört. Logga in på nytt för att fortsätta.</translation>
  </message>
 </context>
 <context>
  <name>situation</name>
  <message>
   <source>Being answered</source>
   <translation>Betjänas</translation>
  </message>
  <message>
   <source>Customer {alias}</source>
   <translation>Kund {alias}</translation>
  </message>
  <message>
   <source>In time today</source>
   <translation>I tid i dag</translation>
  </message>
  <message>
   <source>Load</source>
   <translation>Belastning</translation>
  </message>
  <message>
   <source>Longest</source>
   <translation>Längst</translation>
  </message>
  <message>
   <source>On duty</source>
   <translation>På plats</translation>
  </message>
  <message>
   <source>Presence</source>
   <translation>Status</translation>
  </message>
  <message>
   <source>Professional</source>
   <translation>Yrkesperson</translation>
  </message>
  <message>
   <source>Queue</source>
   <translation>Kö</translation>
  </message>
  <message>
   <source>Reply today</source>
   <translation>Svarstid</translation>
  </message>
  <message>
   <source>Room for</source>
   <translation>Plats för</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Läge</translation>
  </message>
  <message>
   <source>To wrap up</source>
   <translation>Att avsluta</translation>
  </message>
  <message>
   <source>Unanswered for</source>
   <translation>Väntat på svar</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>Väntar</translation>
  </message>
  <message>
   <source>calls for help</source>
   <translation>ber om hjälp</translation>
  </message>
  <message>
   <source>is being helped</source>
   <translation>får hjälp</translation>
  </message>
  <message>
   <source>line away</source>
   <translation>anslutningen bruten</translation>
  </message>
  <message numerus="yes">
   <source>moved %n times</source>
   <translation>
    <numerusform>överförd %n gång</numerusform>
    <numerusform>överförd %n gånger</numerusform>
   </translation>
  </message>
  <message>
   <source>nobody answered yet</source>
   <translation>ingen besvarad än</translation>
  </message>
  <message>
   <source>nobody waits</source>
   <translation>ingen väntar</translation>
  </message>
  <message numerus="yes">
   <source>room for %n more</source>
   <translation>
    <numerusform>%n plats ledig</numerusform>
    <numerusform>%n platser lediga</numerusform>
   </translation>
  </message>
  <message>
   <source>waits</source>
   <translation>väntar</translation>
  </message>
  <message>
   <source>{clock}: {percent} % of {count}</source>
   <translation>{clock}: {percent} % av {count}</translation>
  </message>
  <message>
   <source>{name}: {lateness}, waiting {waiting}, longest {clock}, being answered {held}, on duty {duty}, room for {free}, answered in time today {share}, reply delay today {delay}</source>
   <translation>{name}: {lateness}, väntar {waiting}, längst {clock}, betjänas {held}, på plats {duty}, plats för {free}, svarat i tid i dag {share}, svarstid i dag {delay}</translation>
  </message>
  <message>
   <source>{name}: {presence}, conversations {load}, unanswered for {clock}, to wrap up {count}</source>
   <translation>{name}: {presence}, samtal {load}, väntat på svar {clock}, att avsluta {count}</translation>
  </message>
  <message>
   <source>{part} of {whole} in time</source>
   <translation>{part} av {whole} i tid</translation>
  </message>
 </context>
 <context>
  <name>standing</name>
  <message numerus="yes">
   <source>%n call(s) not recorded yet.</source>
   <translation>
    <numerusform>%n samtal är inte registrerat ännu.</numerusform>
    <numerusform>%n samtal är inte registrerade ännu.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n call(s) of which you have not said what came ({who}).</source>
   <translation>
    <numerusform>%n samtal vars resultat du inte har antecknat ({who}).</numerusform>
    <numerusform>%n samtal vars resultat du inte har antecknat ({who}).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n callback request(s) of yours return to the list.</source>
   <translation>
    <numerusform>%n begäran hos dig går tillbaka till listan.</numerusform>
    <numerusform>%n begäranden hos dig går tillbaka till listan.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n consultation message(s) not sent.</source>
   <translation>
    <numerusform>%n meddelande till en konsultation är inte skickat.</numerusform>
    <numerusform>%n meddelanden till konsultationer är inte skickade.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n conversation(s) stay yours for {time}, then return to the queue.</source>
   <translation>
    <numerusform>%n samtal är kvar hos dig i {time} och återgår sedan till kön.</numerusform>
    <numerusform>%n samtal är kvar hos dig i {time} och återgår sedan till kön.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n draft(s) ({who}).</source>
   <translation>
    <numerusform>%n utkast ({who}).</numerusform>
    <numerusform>%n utkast ({who}).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n due callback request(s) that nobody has opened ({which}): they stay in the list.</source>
   <translation>
    <numerusform>%n begäran om uppringning vars tid är inne och som ingen har öppnat ({which}): den står kvar i listan.</numerusform>
    <numerusform>%n begäran om uppringning vars tid är inne och som ingen har öppnat ({which}): de står kvar i listan.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n ending(s) under way ({who}).</source>
   <translation>
    <numerusform>%n avslutande på gång ({who}).</numerusform>
    <numerusform>%n avslutanden på gång ({who}).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n message(s) not sent ({who}).</source>
   <translation>
    <numerusform>%n meddelande inte skickat ({who}).</numerusform>
    <numerusform>%n meddelanden inte skickade ({who}).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation>
    <numerusform>%n minut</numerusform>
    <numerusform>%n minuter</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n note(s) not kept yet ({who}).</source>
   <translation>
    <numerusform>%n anteckning på väg ({who}).</numerusform>
    <numerusform>%n anteckningar på väg ({who}).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n second(s)</source>
   <translation>
    <numerusform>%n sekund</numerusform>
    <numerusform>%n sekunder</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n text(s) from the archive that you changed will be lost.</source>
   <translation>
    <numerusform>%n text från arkivet som du ändrat går förlorad.</numerusform>
    <numerusform>%n texter från arkivet som du ändrat går förlorade.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n wrap-up(s) missing ({who}): they wait for you.</source>
   <translation>
    <numerusform>%n avslutande återstår ({who}): det väntar på dig.</numerusform>
    <numerusform>%n avslutanden återstår ({who}): de väntar på dig.</numerusform>
   </translation>
  </message>
  <message>
   <source>An unsent text is kept from a conversation you no longer have:</source>
   <translation>En oskickad text är sparad från ett samtal som du inte längre har:</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Avbryt</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopiera</translation>
  </message>
  <message>
   <source>Customer {alias} is offered to you.</source>
   <translation>Kund {alias} erbjuds dig.</translation>
  </message>
  <message>
   <source>Delete the text</source>
   <translation>Radera texten</translation>
  </message>
  <message>
   <source>Everything has been sent.</source>
   <translation>Allt har skickats.</translation>
  </message>
  <message>
   <source>It is me</source>
   <translation>Det är jag</translation>
  </message>
  <message>
   <source>Sign in as someone else</source>
   <translation>Logga in som någon annan</translation>
  </message>
  <message>
   <source>Sign out</source>
   <translation>Logga ut</translation>
  </message>
  <message>
   <source>Sign out?</source>
   <translation>Ska du logga ut?</translation>
  </message>
  <message>
   <source>The message of customer {alias} is offered to you.</source>
   <translation>Meddelandet från kund {alias} erbjuds dig.</translation>
  </message>
  <message>
   <source>The offer lapses soon if nobody answers it.</source>
   <translation>Erbjudandet förfaller snart om ingen svarar.</translation>
  </message>
  <message>
   <source>The offer stands until {when}.</source>
   <translation>Erbjudandet gäller till {when}.</translation>
  </message>
  <message numerus="yes">
   <source>They are lost when you sign out: nothing is kept on disk.</source>
   <translation>
    <numerusform>Det går förlorat när du loggar ut: inget sparas på disken.</numerusform>
    <numerusform>De går förlorade när du loggar ut: inget sparas på disken.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>They stay locked on this computer and are here when you sign in again.</source>
   <translation>
    <numerusform>Det är låst på den här datorn och finns kvar när du loggar in på nytt.</numerusform>
    <numerusform>De är låsta på den här datorn och finns kvar när du loggar in på nytt.</numerusform>
   </translation>
  </message>
  <message>
   <source>To the offer</source>
   <translation>Till erbjudandet</translation>
  </message>
  <message>
   <source>Vuoro was not signed out of last time, so the work came back without a password. Is it not you?</source>
   <translation>Ingen loggade ut ur Vuoro förra gången, så arbetet kom tillbaka utan lösenord. Är det inte du?</translation>
  </message>
  <message>
   <source>You are signed in as {name}.</source>
   <translation>Du är inloggad som {name}.</translation>
  </message>
  <message>
   <source>consultation</source>
   <translation>konsultation</translation>
  </message>
 </context>
 <context>
  <name>transcript</name>
  <message>
   <source>Counsellor</source>
   <translation>Rådgivare</translation>
  </message>
  <message>
   <source>Customer</source>
   <translation>Kund</translation>
  </message>
  <message>
   <source>Earlier messages</source>
   <translation>Tidigare meddelanden</translation>
  </message>
  <message>
   <source>Fetching earlier messages…</source>
   <translation>Hämtar tidigare meddelanden…</translation>
  </message>
  <message>
   <source>Note · {name} {clock} · the customer does not see this</source>
   <translation>Anteckning · {name} {clock} · kunden ser den inte</translation>
  </message>
  <message>
   <source>Service</source>
   <translation>Tjänsten</translation>
  </message>
  <message>
   <source>You</source>
   <translation>Du</translation>
  </message>
  <message>
   <source>{clock} · The conversation began</source>
   <translation>{clock} · Samtalet började</translation>
  </message>
  <message>
   <source>{file}. Enter opens it.</source>
   <translation>{file}. Enter öppnar.</translation>
  </message>
 </context>
 <context>
  <name>transfer</name>
  <message numerus="yes">
   <source>%n on duty</source>
   <translation>
    <numerusform>%n på plats</numerusform>
    <numerusform>%n på plats</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n waiting, longest {clock}</source>
   <translation>
    <numerusform>%n väntar, {clock}</numerusform>
    <numerusform>%n väntar, längst {clock}</numerusform>
   </translation>
  </message>
  <message>
   <source>Benefit processing</source>
   <translation>Förmånshandläggning</translation>
  </message>
  <message>
   <source>Needs discretion: advice or guidance goes with it</source>
   <translation>Kräver prövning: kunden behöver råd eller handledning</translation>
  </message>
  <message>
   <source>Needs discretion: the situation must be assessed</source>
   <translation>Kräver prövning: situationen ska bedömas</translation>
  </message>
  <message>
   <source>Responsibility moves to {queue}. The customer keeps her place and is told where she is transferred.</source>
   <translation>Ansvaret övergår till {queue}. Kunden behåller sin plats och får veta vart hen överfördes.</translation>
  </message>
  <message>
   <source>Social counsellor</source>
   <translation>Socialhandledare</translation>
  </message>
  <message>
   <source>Social worker</source>
   <translation>Socialarbetare</translation>
  </message>
  <message>
   <source>Takes: {matters}.</source>
   <translation>Tar emot: {matters}.</translation>
  </message>
  <message>
   <source>The benefit can be decided as it was applied for</source>
   <translation>Förmånen kan avgöras utifrån ansökan</translation>
  </message>
  <message>
   <source>You are responsible until you transfer.</source>
   <translation>Ansvaret är ditt tills du överför.</translation>
  </message>
  <message>
   <source>another register</source>
   <translation>annat register</translation>
  </message>
  <message>
   <source>closed</source>
   <translation>stängd</translation>
  </message>
  <message>
   <source>identified customers only</source>
   <translation>endast identifierade</translation>
  </message>
  <message>
   <source>nobody waits</source>
   <translation>ingen väntar</translation>
  </message>
  <message>
   <source>open</source>
   <translation>öppen</translation>
  </message>
  <message>
   <source>open around the clock</source>
   <translation>öppet dygnet runt</translation>
  </message>
  <message>
   <source>open until {clock}</source>
   <translation>öppen till kl. {clock}</translation>
  </message>
  <message>
   <source>the present queue</source>
   <translation>nuvarande kö</translation>
  </message>
 </context>
 <context>
  <name>words</name>
  <message>
   <source>ANONYMOUS</source>
   <translation>ANONYM</translation>
  </message>
  <message>
   <source>Available</source>
   <translation>Tillgänglig</translation>
  </message>
  <message>
   <source>Away</source>
   <translation>Frånvarande</translation>
  </message>
  <message>
   <source>Busy</source>
   <translation>Upptagen</translation>
  </message>
  <message>
   <source>Chat open around the clock</source>
   <translation>Chatten öppen dygnet runt</translation>
  </message>
  <message>
   <source>Chat open until {clock}</source>
   <translation>Chatten öppen till {clock}</translation>
  </message>
  <message>
   <source>Chat open until {weekday} {day}.{month}. {clock}</source>
   <translation>Chatten öppen till {weekday} {day}.{month} kl. {clock}</translation>
  </message>
  <message>
   <source>Common queues</source>
   <translation>Gemensamma köer</translation>
  </message>
  <message>
   <source>Customer {alias}</source>
   <translation>Kund {alias}</translation>
  </message>
  <message>
   <source>Fri</source>
   <translation>fr</translation>
  </message>
  <message>
   <source>IDENTIFIED</source>
   <translation>IDENTIFIERAD</translation>
  </message>
  <message>
   <source>Leaves in {seconds} s</source>
   <translation>Skickas om {seconds} s</translation>
  </message>
  <message>
   <source>Mon</source>
   <translation>må</translation>
  </message>
  <message>
   <source>On a break</source>
   <translation>På paus</translation>
  </message>
  <message>
   <source>Own topics</source>
   <translation>Egna ämnen</translation>
  </message>
  <message>
   <source>Sat</source>
   <translation>lö</translation>
  </message>
  <message>
   <source>Somebody else</source>
   <translation>Någon annan</translation>
  </message>
  <message>
   <source>Sun</source>
   <translation>sö</translation>
  </message>
  <message>
   <source>The chat is closed</source>
   <translation>Chatten är stängd</translation>
  </message>
  <message>
   <source>The chat is closed · opens at {clock}</source>
   <translation>Chatten är stängd · öppnar {clock}</translation>
  </message>
  <message>
   <source>Thu</source>
   <translation>to</translation>
  </message>
  <message>
   <source>Transfer queues</source>
   <translation>Överföringsköer</translation>
  </message>
  <message>
   <source>Tue</source>
   <translation>ti</translation>
  </message>
  <message>
   <source>Wed</source>
   <translation>on</translation>
  </message>
  <message>
   <source>closes in {time}</source>
   <translation>stänger om {time}</translation>
  </message>
  <message>
   <source>dragging on</source>
   <translation>drar ut</translation>
  </message>
  <message>
   <source>empty</source>
   <translation>tom</translation>
  </message>
  <message>
   <source>late</source>
   <translation>försenad</translation>
  </message>
  <message>
   <source>masked</source>
   <translation>dolt</translation>
  </message>
  <message>
   <source>not sent: asks first</source>
   <translation>inte skickat: frågar först</translation>
  </message>
  <message>
   <source>on time</source>
   <translation>i tid</translation>
  </message>
  <message>
   <source>seen</source>
   <translation>sett</translation>
  </message>
  <message>
   <source>sending…</source>
   <translation>skickas…</translation>
  </message>
  <message>
   <source>sent</source>
   <translation>skickat</translation>
  </message>
  <message>
   <source>urgent</source>
   <translation>brådskande</translation>
  </message>
  <message>
   <source>waits for the connection</source>
   <translation>väntar på anslutningen</translation>
  </message>
  <message>
   <source>{weekday} {day}.{month}. at {clock}</source>
   <translation>{weekday} {day}.{month}. kl. {clock}</translation>
  </message>
 </context>
 <context>
  <name>wrapUp</name>
  <message>
   <source>A call was offered</source>
   <translation>Telefonsamtal erbjudet</translation>
  </message>
  <message>
   <source>Becoming a client</source>
   <translation>På väg att bli klient</translation>
  </message>
  <message>
   <source>Choose a contact reason.</source>
   <translation>Välj en kontaktorsak.</translation>
  </message>
  <message>
   <source>Choose an outcome.</source>
   <translation>Välj ett slutresultat.</translation>
  </message>
  <message>
   <source>Has dealt here before</source>
   <translation>Har varit i kontakt förr</translation>
  </message>
  <message>
   <source>Meeting needed</source>
   <translation>Möte behövs</translation>
  </message>
  <message>
   <source>New customer</source>
   <translation>Ny kund</translation>
  </message>
  <message>
   <source>No meeting needed</source>
   <translation>Möte behövs inte</translation>
  </message>
  <message>
   <source>chosen</source>
   <translation>vald</translation>
  </message>
  <message>
   <source>chosen as one more</source>
   <translation>vald som tilläggsorsak</translation>
  </message>
  <message>
   <source>contact reason</source>
   <translation>kontaktorsak</translation>
  </message>
  <message>
   <source>mark</source>
   <translation>märkning</translation>
  </message>
  <message>
   <source>outcome</source>
   <translation>slutresultat</translation>
  </message>
 </context>
</TS>
