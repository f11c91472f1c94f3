<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>ChatTabs</name>
  <message numerus="yes">
   <source>%n new</source>
   <translation>
    <numerusform>%n new</numerusform>
    <numerusform>%n new</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Composer</name>
  <message numerus="yes">
   <source>%n character(s) left</source>
   <translation>
    <numerusform>%n character left</numerusform>
    <numerusform>%n characters left</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n character(s) too many</source>
   <translation>
    <numerusform>%n character too many</numerusform>
    <numerusform>%n characters too many</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Long sentence: %n word(s)</source>
   <translation>
    <numerusform>Long sentence: %n word</numerusform>
    <numerusform>Long sentence: %n words</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Send in %n part(s)</source>
   <translation>
    <numerusform>Send in %n part</numerusform>
    <numerusform>Send in %n parts</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>NobodyView</name>
  <message numerus="yes">
   <source>%n customer(s) waiting</source>
   <translation>
    <numerusform>%n customer is waiting.</numerusform>
    <numerusform>%n customers are waiting.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>OfferPanel</name>
  <message numerus="yes">
   <source>%n more offered</source>
   <translation>
    <numerusform>%n more offered</numerusform>
    <numerusform>%n more offered</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>OpeningPart</name>
  <message numerus="yes">
   <source>Trying again in %n second(s).</source>
   <translation>
    <numerusform>Trying again in %n second.</numerusform>
    <numerusform>Trying again in %n seconds.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>OwnPasswordPart</name>
  <message numerus="yes">
   <source>At least %n character(s): a few words are easy to remember.</source>
   <translation>
    <numerusform>At least %n character: a few words are easy to remember.</numerusform>
    <numerusform>At least %n characters: a few words are easy to remember.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>QueuePane</name>
  <message numerus="yes">
   <source>%n waiting</source>
   <translation>
    <numerusform>%n waiting</numerusform>
    <numerusform>%n waiting</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ShiftStart</name>
  <message numerus="yes">
   <source>%n waiting</source>
   <translation>
    <numerusform>%n waiting</numerusform>
    <numerusform>%n waiting</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SituationPane</name>
  <message numerus="yes">
   <source>%n callback request(s) close uncalled soon, the first {when}.</source>
   <translation>
    <numerusform>%n callback request closes uncalled soon: {when}.</numerusform>
    <numerusform>%n callback requests close uncalled soon, the first {when}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n callback request(s) closed today, not called in time.</source>
   <translation>
    <numerusform>%n callback request closed today, not called in time.</numerusform>
    <numerusform>%n callback requests closed today, not called in time.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n callback request(s) due that nobody has opened, the first since {when}.</source>
   <translation>
    <numerusform>%n callback request due that nobody has opened, since {when}.</numerusform>
    <numerusform>%n callback requests due that nobody has opened, the first since {when}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>in %n queue(s)</source>
   <translation>
    <numerusform>in %n queue</numerusform>
    <numerusform>in %n queues</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>of %n seen lately</source>
   <translation>
    <numerusform>of %n seen lately</numerusform>
    <numerusform>of %n seen lately</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>StatusBar</name>
  <message numerus="yes">
   <source>%n draft(s) in memory only</source>
   <translation>
    <numerusform>%n draft in memory only</numerusform>
    <numerusform>%n drafts in memory only</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n draft(s) kept on this computer</source>
   <translation>
    <numerusform>%n draft kept on this computer</numerusform>
    <numerusform>%n drafts kept on this computer</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n not sent yet</source>
   <translation>
    <numerusform>%n not sent yet</numerusform>
    <numerusform>%n not sent yet</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TodaysCallbacks</name>
  <message numerus="yes">
   <source>%n more today</source>
   <translation>
    <numerusform>%n more today</numerusform>
    <numerusform>%n more today</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>today %n</source>
   <translation>
    <numerusform>today %n</numerusform>
    <numerusform>today %n</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TopBar</name>
  <message numerus="yes">
   <source>%n new · silence</source>
   <translation>
    <numerusform>%n new · silence</numerusform>
    <numerusform>%n new · silence</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TransferSheet</name>
  <message numerus="yes">
   <source>transfer %n</source>
   <translation>
    <numerusform>transfer %n</numerusform>
    <numerusform>transfer %n</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>WrapUpView</name>
  <message numerus="yes">
   <source>%n more: type a part of the name</source>
   <translation>
    <numerusform>%n more: type a part of the name</numerusform>
    <numerusform>%n more: type a part of the name</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>attachments</name>
  <message numerus="yes">
   <source>%n page(s)</source>
   <translation>
    <numerusform>%n page</numerusform>
    <numerusform>%n pages</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>consultations</name>
  <message numerus="yes">
   <source>%n working day(s)</source>
   <translation>
    <numerusform>%n working day</numerusform>
    <numerusform>%n working days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>answers within %n working day(s)</source>
   <translation>
    <numerusform>answers within %n working day</numerusform>
    <numerusform>answers within %n working days</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>conversation</name>
  <message numerus="yes">
   <source>%n message(s) could not leave in time. The situation may have changed.</source>
   <translation>
    <numerusform>%n message could not leave in time. The situation may have changed.</numerusform>
    <numerusform>%n messages could not leave in time. The situation may have changed.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>help</name>
  <message numerus="yes">
   <source>Nobody answers the customer. After %n minute(s) she goes back to the queue.</source>
   <translation>
    <numerusform>Nobody answers the customer. After %n minute she goes back to the queue.</numerusform>
    <numerusform>Nobody answers the customer. After %n minutes she goes back to the queue.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>link</name>
  <message numerus="yes">
   <source>%n message(s) that waited are leaving.</source>
   <translation>
    <numerusform>%n message that waited is leaving.</numerusform>
    <numerusform>%n messages that waited are leaving.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Your drafts and %n unsent message(s) are kept on this computer.</source>
   <translation>
    <numerusform>Your drafts and %n unsent message are kept on this computer.</numerusform>
    <numerusform>Your drafts and %n unsent messages are kept on this computer.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Your drafts and %n unsent message(s) are kept while the program is open.</source>
   <translation>
    <numerusform>Your drafts and %n unsent message are kept while the program is open.</numerusform>
    <numerusform>Your drafts and %n unsent messages are kept while the program is open.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>notices</name>
  <message numerus="yes">
   <source>Customer {alias} has been moved %n times.</source>
   <translation>
    <numerusform>Customer {alias} has been moved %n time.</numerusform>
    <numerusform>Customer {alias} has been moved %n times.</numerusform>
   </translation>
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
  <message numerus="yes">
   <source>Transfer %n. If you do not answer, the conversation stays with {name}, who is responsible until you accept it.</source>
   <translation>
    <numerusform>Transfer %n. If you do not answer, the conversation stays with {name}, who is responsible until you accept it.</numerusform>
    <numerusform>Transfer %n. If you do not answer, the conversation stays with {name}, who is responsible until you accept it.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>sign_in</name>
  <message numerus="yes">
   <source>Too many attempts. You can try again in %n second(s).</source>
   <translation>
    <numerusform>Too many attempts. You can try again in %n second.</numerusform>
    <numerusform>Too many attempts. You can try again in %n seconds.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Try again, %n attempt(s) left.</source>
   <translation>
    <numerusform>Try again, %n attempt left.</numerusform>
    <numerusform>Try again, %n attempts left.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>situation</name>
  <message numerus="yes">
   <source>moved %n times</source>
   <translation>
    <numerusform>moved %n time</numerusform>
    <numerusform>moved %n times</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>room for %n more</source>
   <translation>
    <numerusform>room for %n more</numerusform>
    <numerusform>room for %n more</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>standing</name>
  <message numerus="yes">
   <source>%n call(s) not recorded yet.</source>
   <translation>
    <numerusform>%n call not recorded yet.</numerusform>
    <numerusform>%n calls not recorded yet.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n call(s) of which you have not said what came ({who}).</source>
   <translation>
    <numerusform>%n call of which you have not said what came ({who}).</numerusform>
    <numerusform>%n calls of which you have not said what came ({who}).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n callback request(s) of yours return to the list.</source>
   <translation>
    <numerusform>%n callback request of yours returns to the list.</numerusform>
    <numerusform>%n callback requests of yours return to the list.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n consultation message(s) not sent.</source>
   <translation>
    <numerusform>%n consultation message not sent.</numerusform>
    <numerusform>%n consultation messages not sent.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n conversation(s) stay yours for {time}, then return to the queue.</source>
   <translation>
    <numerusform>%n conversation stays yours for {time}, then returns to the queue.</numerusform>
    <numerusform>%n conversations stay yours for {time}, then return to the queue.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n draft(s) ({who}).</source>
   <translation>
    <numerusform>%n draft ({who}).</numerusform>
    <numerusform>%n drafts ({who}).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n due callback request(s) that nobody has opened ({which}): they stay in the list.</source>
   <translation>
    <numerusform>%n due callback request that nobody has opened ({which}): it stays in the list.</numerusform>
    <numerusform>%n due callback requests that nobody has opened ({which}): they stay in the list.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n ending(s) under way ({who}).</source>
   <translation>
    <numerusform>%n ending under way ({who}).</numerusform>
    <numerusform>%n endings under way ({who}).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n message(s) not sent ({who}).</source>
   <translation>
    <numerusform>%n message not sent ({who}).</numerusform>
    <numerusform>%n messages not sent ({who}).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation>
    <numerusform>%n minute</numerusform>
    <numerusform>%n minutes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n note(s) not kept yet ({who}).</source>
   <translation>
    <numerusform>%n note not kept yet ({who}).</numerusform>
    <numerusform>%n notes not kept yet ({who}).</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n second(s)</source>
   <translation>
    <numerusform>%n second</numerusform>
    <numerusform>%n seconds</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n text(s) from the archive that you changed will be lost.</source>
   <translation>
    <numerusform>%n text from the archive that you changed will be lost.</numerusform>
    <numerusform>%n texts from the archive that you changed will be lost.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n wrap-up(s) missing ({who}): they wait for you.</source>
   <translation>
    <numerusform>%n wrap-up missing ({who}): it waits for you.</numerusform>
    <numerusform>%n wrap-ups missing ({who}): they wait for you.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>They are lost when you sign out: nothing is kept on disk.</source>
   <translation>
    <numerusform>It is lost when you sign out: nothing is kept on disk.</numerusform>
    <numerusform>They are lost when you sign out: nothing is kept on disk.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>They stay locked on this computer and are here when you sign in again.</source>
   <translation>
    <numerusform>It stays locked on this computer and is here when you sign in again.</numerusform>
    <numerusform>They stay locked on this computer and are here when you sign in again.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>transfer</name>
  <message numerus="yes">
   <source>%n on duty</source>
   <translation>
    <numerusform>%n on duty</numerusform>
    <numerusform>%n on duty</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n waiting, longest {clock}</source>
   <translation>
    <numerusform>%n waiting, {clock}</numerusform>
    <numerusform>%n waiting, longest {clock}</numerusform>
   </translation>
  </message>
 </context>
</TS>
