"""By which words an action is found besides those on the screen: Finnish, Swedish and English ones."""

SEARCH_WORDS = {
    "takeNext": "ota seuraava asiakas vastaan kiireellisin · ta emot nästa kund · take next customer claim",
    "transferCurrent": "siirrä keskustelu siirto · överför samtalet överföring · transfer the conversation",
    "acceptOffer": "ota tarjottu keskustelu vastaan siirto · ta emot erbjudandet · accept the offer take",
    "declineOffer": "kieltäydy tarjotusta keskustelusta · avböj erbjudandet · decline the offer",
    "closeCurrent": "päätä lopeta keskustelu · avsluta samtalet · end close the conversation",
    "nextTab": "seuraava keskustelu välilehti · nästa samtal flik · next conversation tab",
    "previousTab": "edellinen keskustelu välilehti · föregående samtal flik · previous conversation tab",
    "goToQueues": "jonot jonoihin · köer till köerna · to the queues",
    "goToWaiting": "odottavat odottaviin · väntande till dem som väntar · to those who wait waiting",
    "goToTranscript": "keskusteluun viestit · till samtalet · to the conversation transcript",
    "goToComposer": "kirjoittamaan vastaus · skriva svar · to writing answer message",
    "goToCallbacks": "soittopyynnöt soitot · begäran om uppringning samtal · callback requests calls",
    "goToSituation": "tilanne kuorma jonot esihenkilö · läget belastning chef · situation load supervisor",
    "dial": "soita soittopyyntö numero · ring upp nummer · dial call number",
    "showQueues": "näytä piilota jonot · visa dölj köerna · show hide the queues",
    "showCustomer": "näytä piilota asiakas · visa dölj kunden · show hide the customer",
    "silence": "hiljennä ääni · tysta ljudet · silence mute the sound",
    "shiftQueues": "vuoron jonot aloita vuoro · välj köer för skiftet börja · choose queues begin the shift",
    "endShift": "lopeta vuoro päätä · avsluta skiftet · end the shift",
    "choosePresence": "valitse tila vapaa varattu tauko poissa · välj status paus · presence break away",
    "openPalette": "hae komento toiminto · sök kommando · search palette command",
    "showKeys": "näppäimet pikanäppäimet ohje · tangenter genvägar hjälp · list the keys shortcuts help",
    "goBack": "peruuta takaisin · avbryt tillbaka · cancel back",
    "signOut": "kirjaudu ulos · logga ut · sign out log out",
}
"""By the name of the deed. A test sees to it that none is forgotten."""
