/** The words that the rules know, each list with what it is for. Lower case, without accents, `ss` for `ß`. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Legal forms at the end of a company's name: they are left out when names are compared. */
export const LEGAL_FORMS = words(`
  ltd limited inc incorporated corp corporation co company llc llp plc lp gmbh mbh ggmbh ag kg kgaa ohg gbr ug se ev eg sa sas sasu sarl
  snc sca eurl sl slu slp scoop private pvt proprietary fz fze fzco dmcc ltda eirl sdn bhd sau srl sll spa bv nv oy oyj ab as asa aps pty pte kk sro doo kft zrt cv`);

/** What companies are called beside their name: behind a name they make it another company's. */
export const COMPANY_WORDS = words(`
  bank banking banque banco pharma pharmaceutical pharmaceuticals pharmazie holding holdings group gruppe groupe grupo insurance
  versicherung versicherungen assurance assurances seguros logistics logistik logistique logistica foods food energy energie energia
  capital ventures partners industries industrie industrias international motors airlines air media medien health healthcare financial
  finance finances finanz electronics technologies technology systems systemes sistemas solutions consulting bau construction
  construcciones toys retail stores university universitat universite universidad college hospital clinic foundation stiftung fondation
  fundacion labs laboratories realty properties immobilien travel hotels resorts winery traders trading engineering chemicals steel
  robotics aerospace automotive biotech wealth education institute outlet`);

/** In front of a name they make it another company's, too. */
export const NAME_PREFIXES = words(`
  new north south east west northern southern eastern western great greater first united royal american european british neue nord sud ost
  nueva nuevo nouvelle nouveau`);

/** What may stand in front of a company's name without being a part of it. */
export const LEADING_WORDS = words(`
  the for by of to at with from and or between client customer kunde auftraggeber cliente partner partenaire socio company firma societe
  empresa sociedad unternehmen organisation organization organizacion dear our die der das fur von bei mit und zwischen le la les pour par
  de chez avec et entre el los para por con y name kundenname supplier vendor contractor auftragnehmer proveedor prestataire attn herr frau
  messrs account project projekt projet proyecto tenant provider consultant an as service services de`);

/** The customer's side, as headings and labels call it. */
export const CUSTOMER_WORDS = [
  ...`customer client clients kunde kunden kundin kundenseite auftraggeber auftraggeberin cliente besteller end-customer endkunde buyer
  customers acheteur comprador mandant commanditaire contratante maitre comitente mandante purchaser beneficiaire beneficiario
    leistungsempfanger leistungsnehmer abnehmer adquirente auftraggebers bestellers endkunden clientes`
    .trim()
    .split(/\s+/),
  'donneur d’ordre',
  'pouvoir adjudicateur',
  'entidad contratante',
  'end customer',
  'client final',
  'fur den ag',
  'unterschrift ag',
];

/** The partner's side. */
export const PARTNER_WORDS = [
  ...`partner supplier vendor consultant contractor provider auftragnehmer auftragnehmerin dienstleister anbieter lieferant berater
  prestataire fournisseur partenaire proveedor socio consultor consultora consultants implementer reseller contratista seller
    integrator integrateur integrador titulaire adjudicataire adjudicatario adjudicataria prestador prestadora suministrador
    leistungserbringer auftragsnehmer systemhaus subcontractor auftragnehmers dienstleisters anbieters lieferanten beraters
    prestataires fournisseurs proveedores contractors suppliers`
    .trim()
    .split(/\s+/),
  'service provider',
  'microsoft partner',
  'fur den an',
  'unterschrift an',
];

/** Beside what a side is called: with these a text says no more than whose a place to sign is. */
export const BESIDE_A_SIDE = [
  ...`the of for by on behalf and duly a an its his her der die das den dem des fur von vom im namen auftrag und le la les l d de du pour par au
  nom et el los las lo por del en nombre y signature signed sign signatory sign-off accepted approved agreed confirmed acknowledged
  authorised authorized acceptance approval representative representatives party side company contact name date unterschrift
  unterzeichnet unterzeichner vertreter vertreterin vertreten ansprechpartner abnahme freigabe bestatigung seite partei datum firma visa
  signe signataire accepte approuve accord representant representante cachet firmado firmante aceptado aprobado conforme fecha
  aceptacion conformidad parte entidad dated durch`
    .trim()
    .split(/\s+/),
  'project manager',
  'project lead',
  'project leader',
  'project sponsor',
  'project owner',
  'sponsor',
  'projektleiter',
  'projektleiterin',
  'projektleitung',
  'chef de projet',
  'jefe de proyecto',
  'jefa de proyecto',
  'jefe del proyecto',
];

/** Beneath a name some of these are the job of a person of any side. */
export const JOBS = [
  'consultant',
  'consultants',
  'berater',
  'consultor',
  'consultora',
  'partner',
  'socio',
  'implementer',
];

/** Jobs of those who serve customers: they hold the word, and are of the other side. */
export const JOBS_FOR_CUSTOMERS = [
  'customer success',
  'customer service',
  'customer services',
  'customer support',
  'customer care',
  'customer relations',
  'customer engagement',
  'customer experience',
  'customer engineer',
  'client service',
  'client services',
  'client manager',
  'client partner',
  'client director',
  'client executive',
  'client relations',
  'service client',
  'service clients',
  'service clientele',
  'relation client',
  'atencion al cliente',
  'servicio al cliente',
  'exito del cliente',
];

/** Beside the word of such a job. */
export const RANKS = [
  'managing',
  'senior',
  'junior',
  'lead',
  'principal',
  'general',
  'founding',
  'equity',
  'named',
  'geschaftsfuhrender',
  'leitender',
  'leitende',
  'lider',
  'jefe',
  'director',
  'directrice',
];

/** Labels of the place to sign. */
export const SIGN_LABELS = [
  'customer signature',
  'authorized signature',
  'authorised signature',
  'authorized signatory',
  'authorised signatory',
  'authorised by',
  'authorized by',
  'electronic signature',
  'e-signature',
  'signature',
  'signatory',
  'signed',
  'signed by',
  'signed for',
  'sign here',
  'sign-off by',
  'signed off by',
  'unterschrift',
  'kundenunterschrift',
  'unterzeichnet',
  'unterzeichnet von',
  'unterzeichner',
  'rechtsverbindliche unterschrift',
  'gezeichnet',
  'signe',
  'signe par',
  'signataire',
  'firma',
  'firma autorizada',
  'firmado',
  'firmado por',
  'firmante',
  'acknowledged by',
  'accepted by',
  'accepted for',
  'received by',
  'received and accepted by',
  'read and accepted by',
  'reviewed and accepted by',
  'acceptance by',
  'signature of',
  'accepted and agreed',
  'agreed by',
  'approved by',
  'confirmed by',
  'anerkannt durch',
  'bestatigt durch',
  'bestatigt von',
  'approuve par',
  'accepte par',
  'valide par',
  'recu par',
  'lu et approuve',
  'aceptado por',
  'aprobado por',
  'recibido por',
  'conforme por',
  'abgenommen durch',
  'abgenommen von',
  'angenommen von',
  'angenommen durch',
  'genehmigt von',
  'genehmigt durch',
  'freigegeben durch',
  'conforme',
  'by',
  'par',
  'per',
  'durch',
  'gez',
  'gez.',
  'sgd',
  'fdo',
  'fdo.',
  'visto bueno',
  'visa',
];

/** In front of a name, or of a line to sign on, they are labels of the place to sign; what else was accepted is none. */
export const ACCEPTANCE_LABELS = [
  'sign-off',
  'sign off',
  'signoff',
  'acceptance',
  'approval',
  'freigabe',
  'abnahme',
  'einverstandnis',
  'acceptation',
  'validation',
  'aceptacion',
  'aprobacion',
  'accepted',
  'accepted and approved',
  'agreed',
  'agreed and accepted',
  'approved',
  'acknowledged',
  'confirmed',
  'received',
  'received and accepted',
  'read and accepted',
  'read and approved',
  'read and agreed',
  'services received and accepted',
  'work received and accepted',
  'angenommen',
  'abgenommen',
  'akzeptiert',
  'anerkannt',
  'bestatigt',
  'einverstanden',
  'freigegeben',
  'genehmigt',
  'gelesen und genehmigt',
  'zur kenntnis genommen',
  'accepte',
  'approuve',
  'bon pour accord',
  'pour accord',
  'pour reception',
  'valide',
  'vu et approuve',
  'aceptado',
  'acordado',
  'aprobado',
  'conformidad',
  'leido y conforme',
  'recibido',
  'recibi',
  'recibi conforme',
];

/** Over a name: of whom or for whom a document was written. */
export const AUTHOR_WORDS = [
  'prepared',
  'presented',
  'created',
  'written',
  'author',
  'attention',
  'attn',
  'erstellt',
  'verfasst',
  'vorbereitet',
  'verfasser',
  'zu handen',
  'prepare',
  'redige',
  'etabli',
  'auteur',
  'a l’attention',
  'elaborado',
  'preparado',
  'redactado',
  'autor',
  'a la atencion',
];

/** In the label of a place to sign: work is taken over by the customer. Who only receives something may be anybody. */
export const RECEIVER_WORDS = [
  'received and accepted',
  'received and approved',
  'taken over',
  'abgenommen',
  'ubernommen',
  'recu et accepte',
  'recu et approuve',
  'receptionne',
  'recibi conforme',
  'recibido conforme',
  'recibido y aceptado',
];

/** In front of a name: who has done the work, or has written it down. */
export const DOER_WORDS = [
  ...PARTNER_WORDS,
  ...AUTHOR_WORDS,
  'engineer',
  'technician',
  'trainer',
  'performed by',
  'report by',
  'reported by',
  'delivered by',
  'handed over by',
  'geliefert von',
  'ubergeben von',
  'livre par',
  'remis par',
  'entregado por',
  'executed by',
  'techniker',
  'ingenieur',
  'bearbeiter',
  'ausgefuhrt von',
  'durchgefuhrt von',
  'technicien',
  'intervenant',
  'formateur',
  'realise par',
  'execute par',
  'tecnico',
  'formador',
  'realizado por',
  'ejecutado por',
];

/** In the label of a place to sign: those whose work it is. */
export const WORKER_WORDS = [
  'technician',
  'engineer',
  'trainer',
  'techniker',
  'monteur',
  'ausfuhrender',
  'technicien',
  'intervenant',
  'formateur',
  'tecnico',
  'formador',
];

/** In front of the name of one who has written a document for another to accept. */
export const PREPARER_WORDS = [
  'prepared by',
  'drawn up by',
  'erstellt von',
  'erstellt durch',
  'prepare par',
  'etabli par',
  'preparado por',
  'elaborado por',
];

/** Over the only place to sign of a document that names its customer: who orders the work or takes it over signs there. */
export const BUYER_WORDS = [
  ...RECEIVER_WORDS,
  'accepted',
  'angenommen',
  'akzeptiert',
  'accepte',
  'aceptado',
  'accepted by',
  'accepted and agreed',
  'acceptance by',
  'read and accepted',
  'abnahme durch',
  'bon pour accord',
  'bon pour reception',
  'accepte par',
  'prononce la recette',
  'prononce la reception',
  'prononcons la recette',
  'prononcons la reception',
  'aceptado por',
  'recibido por',
];

/** At the head of what a customer orders by. */
export const ORDER_HEADINGS = [
  'purchase order',
  'bestellung',
  'bestellschein',
  'bon de commande',
  'orden de compra',
  'hoja de pedido',
];

/** In the label of the place to sign of an order. */
export const ORDERER_WORDS = [
  'authorised by',
  'authorized by',
  'approved by',
  'ordered by',
  'bestellt durch',
  'bestellt von',
  'genehmigt durch',
  'freigegeben durch',
  'commande par',
  'approuve par',
  'autorizado por',
  'aprobado por',
  'pedido por',
];

/** In the sentence over the places to sign they tell that its day is that of the signatures. */
export const SIGNING_WORDS = [
  'agreed',
  'accepted',
  'angenommen',
  'abgenommen',
  'accepte',
  'aceptado',
  'sign',
  'signed',
  'executed',
  'witness',
  'unterzeichnen',
  'unterzeichnet',
  'unterschrieben',
  'signent',
  'signe',
  'fait',
  'firman',
  'firmo',
  'firmamos',
  'suscribo',
  'expido',
  'unterzeichne',
  'firmado',
  'suscriben',
];

/** In front of the signature they are written, or printed to be: no name stands for them. */
export const MENTIONS = [
  'lu et approuve',
  'vu et approuve',
  'bon pour accord',
  'bon pour acceptation',
  'bon pour reception',
  'pour accord',
  'gelesen und genehmigt',
  'gelesen und einverstanden',
  'gelesen und akzeptiert',
  'einverstanden',
  'read and approved',
  'read and accepted',
  'read and agreed',
  'leido y conforme',
  'leido y aprobado',
  'leido y aceptado',
  'recibi conforme',
  'recibido conforme',
  'recibi',
  'conforme',
  'visto bueno',
];

/** In front of a name they tell who signs; “signature” does not. */
export const SIGNER_WORDS = [
  'by',
  'durch',
  'von',
  'par',
  'por',
  'signatory',
  'unterzeichner',
  'signataire',
  'firmante',
];

/** Behind the day of both sides' signatures: how many of the document there are. */
export const COPY_WORDS = [
  'copies',
  'originals',
  'counterparts',
  'duplicate',
  'exemplaires',
  'exemplaire',
  'originaux',
  'ausfertigung',
  'ausfertigungen',
  'exemplaren',
  'ejemplares',
  'ejemplar',
  'originales',
  'duplicado',
  'triplicado',
];

/** “Place, date”, “Datum / Ort”. */
const PLACES_AND_DAYS = [
  ['place', 'date'],
  ['city', 'date'],
  ['ort', 'datum'],
  ['lieu', 'date'],
  ['lugar', 'fecha'],
  ['ciudad', 'fecha'],
].flatMap(([place, day]) =>
  [', ', '/', ' / ', ' & ', ' and ', ' und ', ' et ', ' y '].flatMap((sign) => [
    `${place}${sign}${day}`,
    `${day}${sign}${place}`,
  ]),
);

/** Labels of the place for a date. */
export const DATE_LABELS = [
  ...PLACES_AND_DAYS,
  'timestamp',
  'time stamp',
  'zeitstempel',
  'horodatage',
  'marca de tiempo',
  'date signed',
  'signature date',
  'date of signature',
  'signed on',
  'signed this',
  'executed this',
  'date',
  'dated',
  'datum',
  'unterschriftsdatum',
  'datum der unterschrift',
  'unterzeichnet am',
  'date de signature',
  'fait a',
  'fait le',
  'signe le',
  'fecha',
  'fecha de firma',
  'fecha de la firma',
  'firmado el',
  'accepted on',
  'approved on',
  'agreed on',
  'confirmed on',
  'genehmigt am',
  'abgenommen am',
  'angenommen am',
  'bestatigt am',
  'freigegeben am',
  'gezeichnet am',
  'approuve le',
  'accepte le',
  'valide le',
  'aprobado el',
  'aceptado el',
];

/** Beside a day: it is that of something else than a signature. */
export const OTHER_DAYS = [
  'document date',
  'date of document',
  'issue date',
  'date of issue',
  'issued on',
  'issued',
  'version',
  'start date',
  'end date',
  'delivery date',
  'completion date',
  'date of completion',
  'completed on',
  'project date',
  'effective date',
  'report date',
  'service date',
  'date of service',
  'order date',
  'created',
  'created on',
  'dokumentdatum',
  'erstellungsdatum',
  'ausstellungsdatum',
  'erstellt am',
  'leistungsdatum',
  'leistungszeitraum',
  'berichtsdatum',
  'bestelldatum',
  'lieferdatum',
  'auftragsdatum',
  'startdatum',
  'enddatum',
  'date du document',
  'date d’emission',
  'date d’intervention',
  'date de commande',
  'date de livraison',
  'date de debut',
  'date de fin',
  'date d’effet',
  'fecha del documento',
  'fecha de emision',
  'fecha del servicio',
  'fecha de pedido',
  'fecha de entrega',
  'fecha de inicio',
  'fecha de fin',
  'print date',
  'printed',
  'printed on',
  'invoice',
  'valid until',
  'due date',
  'next',
  'report of',
  'order of',
  'contract of',
  'druckdatum',
  'bericht vom',
  'auftrag vom',
  'vertrag vom',
  'angebot vom',
  'nachste',
  'nachster',
  'rapport du',
  'commande du',
  'contrat du',
  'devis du',
  'prochain',
  'prochaine',
  'informe de',
  'pedido de',
  'contrato de',
  'proximo',
  'proxima',
  'gedruckt',
  'ausdruck',
  'ausgedruckt',
  'rechnung',
  'rechnungsdatum',
  'imprime',
  'imprimee',
  'impression',
  'facture',
  'impreso',
  'impresa',
  'impresion',
  'factura',
];

/** Labels of the printed name: a name there is no signature. */
export const NAME_LABELS = [
  'name',
  'full name',
  'printed name',
  'print name',
  'name (print)',
  'name in block letters',
  'name in druckbuchstaben',
  'vor- und nachname',
  'vorname, name',
  'nom',
  'nom et prenom',
  'prenom',
  'nombre',
  'nombre y apellidos',
  'nombre completo',
  'contact',
  'ansprechpartner',
];

/** Other labels of a block to sign. */
export const OTHER_LABELS = [
  'its',
  'title',
  'job title',
  'position',
  'role',
  'funktion',
  'position/titel',
  'titel',
  'fonction',
  'titre',
  'qualite',
  'cargo',
  'puesto',
  'email',
  'e-mail',
  'mail',
  'phone',
  'telephone',
  'telefon',
  'tel',
  'telefono',
  'place',
  'ort',
  'lieu',
  'lugar',
  'stamp',
  'stempel',
  'cachet',
  'sello',
];

/** Labels behind which the company of a block stands. */
export const COMPANY_LABELS = [
  'company',
  'company name',
  'organization',
  'organisation',
  'unternehmen',
  'societe',
  'entreprise',
  'empresa',
  'on behalf of',
  'for and on behalf of',
  'im namen von',
  'fur',
  'au nom de',
  'pour',
  'en nombre de',
  'por',
  'for',
];

/** In the place of a signature: it has not been given. */
export const NOT_SIGNED = [
  'pending',
  'tbd',
  'tbc',
  'to be signed',
  'to be confirmed',
  'to be provided',
  'to be supplied',
  'to be completed',
  'to be added',
  'to be obtained',
  'not signed',
  'not yet signed',
  'unsigned',
  'not yet',
  'sign here',
  'please sign',
  'click here',
  'click or tap',
  'click to enter',
  'enter text',
  'enter a date',
  'klicken',
  'hier klicken',
  'text eingeben',
  'text einzugeben',
  'cliquez',
  'cliquer',
  'appuyez ici',
  'haga clic',
  'hacer clic',
  'pulse aqui',
  'tap to sign',
  'awaiting',
  'awaited',
  'missing',
  'none',
  'n/a',
  'required',
  'outstanding',
  'to follow',
  'draft',
  'ausstehend',
  'fehlt',
  'folgt',
  'nicht unterschrieben',
  'noch offen',
  'offen',
  'bitte hier unterschreiben',
  'hier unterschreiben',
  'wird nachgereicht',
  'wird nachgeliefert',
  'noch einzuholen',
  'en attente',
  'a signer',
  'non signe',
  'signer ici',
  'manquante',
  'a venir',
  'a fournir',
  'sera fournie',
  'pendiente',
  'sin firma',
  'sin firmar',
  'no firmado',
  'firmar aqui',
  'firme aqui',
  'falta',
  'por firmar',
  'por aportar',
  'insert',
  'your name',
  'placeholder',
  'declined',
  'voided',
];

/** Beside the label of a place to sign: who is named behind it has not signed yet. */
export const WAITING_WORDS = [
  'pending',
  'awaiting',
  'awaited',
  'waiting for',
  'outstanding',
  'missing',
  'ausstehend',
  'ausstehende',
  'wartet auf',
  'fehlt',
  'fehlende',
  'en attente',
  'en attente de',
  'manquante',
  'pendiente',
  'pendiente de',
  'falta',
];

/** In the place of a signature: somebody says that there is one elsewhere. */
export const SIGNED_ELSEWHERE = [
  'on file',
  'see attached',
  'attached',
  'available on request',
  'liegt vor',
  'siehe anlage',
  'siehe anhang',
  'im original',
  'voir annexe',
  'ci-joint',
  'au dossier',
  'en archivo',
  'archivada',
  'adjunto',
  'adjunta',
  'ver anexo',
];

/** Words of which no person's name is made. */
export const NO_NAMES = words(`
  the and for of on in at by to is was be we this that please date signature name title signed customer partner company services service
  project agreement statement work page document yes no none und der die das mit von datum unterschrift name titel kunde nom nombre fecha
  firma client cliente fonction cargo los las del et le les pour manager director officer head chief lead it cio cto ceo cfo leiter
  leiterin direktor directeur directrice directora gerente team department digitally electronically authorized authorised
  microsoft teams exchange online sharepoint office migration completed approved accepted signer signers signatory signatories events event
  recipient recipients timestamp status`);

/** A clause that says this leaves out the products that it names. */
export const EXCLUDED = [
  'out of scope',
  'not in scope',
  'not within scope',
  'outside the scope',
  'outside of scope',
  'outside scope',
  'out-of-scope',
  'not part of',
  'no part of',
  'not included',
  'excluded',
  'exclusion',
  'exclusions',
  'not covered',
  'not applicable',
  'n/a',
  'no longer in scope',
  'descoped',
  'de-scoped',
  'removed from scope',
  'postponed',
  'deferred',
  'cancelled',
  'not done',
  'not ordered',
  'not commissioned',
  'not purchased',
  'nicht bestellt',
  'nicht beauftragt',
  'non commande',
  'non commandee',
  'non commandes',
  'no pedido',
  'no pedida',
  'no contratado',
  'no contratada',
  'quoted separately',
  'auf unbestimmte zeit',
  'zuruckgestellt',
  'vertagt',
  'nicht durchgefuhrt',
  'nicht ausgefuhrt',
  'separat angeboten',
  'a ete reporte',
  'a ete reportee',
  'ete ajourne',
  'ete ajournee',
  'non realise',
  'non realisee',
  'non realises',
  'aplazado',
  'aplazada',
  'pospuesto',
  'pospuesta',
  'no realizado',
  'no realizada',
  'nicht teil',
  'nicht bestandteil',
  'kein bestandteil',
  'kein teil',
  'nicht im umfang',
  'nicht im leistungsumfang',
  'nicht enthalten',
  'nicht inbegriffen',
  'nicht umfasst',
  'nicht inkludiert',
  'nicht vorgesehen',
  'nicht gegenstand',
  'ausgeschlossen',
  'ausgenommen',
  'ausserhalb des umfangs',
  'ausserhalb des leistungsumfangs',
  'entfallt',
  'entfallen',
  'nicht eingefuhrt',
  'nicht migriert',
  'hors perimetre',
  'hors du perimetre',
  'hors champ',
  'hors scope',
  'ne fait pas partie',
  'ne font pas partie',
  'non compris',
  'non comprise',
  'non inclus',
  'non incluse',
  'pas inclus',
  'pas incluse',
  'n’est pas concerne',
  'exclu',
  'exclus',
  'exclue',
  'exclues',
  'fuera de alcance',
  'fuera del alcance',
  'no forma parte',
  'no forman parte',
  'no incluido',
  'no incluida',
  'no incluidos',
  'no esta incluido',
  'no esta incluida',
  'no estan incluidos',
  'excluido',
  'excluida',
  'excluidos',
  'was not deployed',
  'was not migrated',
  'was not implemented',
  'was not included',
  'was not used',
  'was not touched',
  'were not deployed',
  'were not migrated',
  'were not included',
  'is not used',
  'is not deployed',
  'dropped',
  'another supplier',
  'another vendor',
  'another partner',
  'another provider',
  'anderen dienstleister',
  'anderer dienstleister',
  'anderen anbieter',
  'autre prestataire',
  'otro proveedor',
  'is not included',
  'is not covered',
  'are not covered',
  'are not included',
  'will not be',
  'has not been',
  'have not been',
];

/** What was not done to a product, where a negation stands in front: beginnings of words. */
export const NEGATED_VERBS = `
  migrat deploy configur implement enabl roll introduc onboard set\\sup install provision integrat activat connect built creat transfer mov
  relocat deliver order commission purchas used touch start includ cover perform done carried requested required affected
  eingefuhr konfigurier eingericht bereitgestell umgestell installier aktivier angebunden ubertrag ausgeroll erstell bestell beauftrag genutzt
  begonnen durchgefuhr ausgefuhr erbracht geliefert umgesetzt migrier betroffen
  deploi demand mis\\sen\\s commande realis effectu inclus demarr livr migr concern
  despleg solicit pedid implant contrat inclui inicia realiza entrega instala activa`
  .trim()
  .split(/\s+/);

/** In the second half of a sentence: its first half tells what was left out. */
export const NOTHING_DONE = [
  'no work',
  'nothing was done',
  'no services',
  'keine leistung',
  'keine leistungen',
  'keine arbeiten',
  'keine tatigkeiten',
  'aucune prestation',
  'aucun travail',
  'aucuns travaux',
  'aucune intervention',
  'ningun trabajo',
  'ningun servicio',
  'ninguna prestacion',
  'ninguna tarea',
];

/** Headings under which lists of what was left out stand. */
export const EXCLUDED_HEADINGS = [
  'out of scope',
  'not in scope',
  'not included',
  'exclusions',
  'excluded',
  'not part of',
  'outside the scope',
  'ausserhalb',
  'nicht im umfang',
  'nicht enthalten',
  'nicht bestandteil',
  'ausgeschlossen',
  'abgrenzung',
  'hors perimetre',
  'non inclus',
  'exclusions',
  'fuera de alcance',
  'fuera del alcance',
  'no incluido',
  'exclusiones',
];

/** What people do with products: beginnings of words. */
export const ACTIVITY_STEMS = `
  migrat deploy configur implement train enabl adopt roll-out rollout rolled onboard set-up install provision support assess design
  workshop pilot enroll integrat troubleshoot optimi tun assist deliver conduct moved establish upgrad consolidat secur harden automat
  coach advis monitor activat connect test customi administer built build created creat prepar transfer educat helped relocat decommission
  retir packag instruct taught teach handover hand-over clean-up cleanup
  migrier ersetz eingefuhr einfuhr konfigurier eingerichtet einricht geschult schul unterstutz bereitgestellt bereitstell umgestellt umstell
  installier beraten begleit pilotier aktivier angebunden ubertragen umgezogen optimier integrier
  ausgerollt getestet erstellt betreu abgesichert umzug ubernahme einweis eingewies abschalt anbindung inbetriebnahme aufbau verteil uberfuhr
  bereinig bestandsaufnahme ausroll
  migr deploi configur mise\\sen\\splace mis\\sen\\splace formation install accompagn integr assist activ anim parametr
  bascul repris transfer arret prise\\sen\\smain deplac creation redaction enrol mise\\sa\\sjour sauvegard nettoyage ouverture branchement remplac substitu
  migra desplieg despleg implant capacit configur formacion formad formamos soport acompan instal integr activ imparti inscri puesta
  traslad apagad creacion elabora revision ajuste apertura limpieza ensen explic prueb retirad recupera sustitu primeros\\spasos alta\\sde`
  .trim()
  .split(/\s+/);

/** In a sentence of terms: what holds for whoever signs, and nothing that was done. */
export const RULE_WORDS = [
  'if',
  'unless',
  'may',
  'each party',
  'each deliverable',
  'either party',
  'neither party',
  'both parties',
  'any change',
  'falls',
  'sofern',
  'jede partei',
  'jede leistung',
  'beide parteien',
  'beide seiten',
  'chaque partie',
  'chaque livrable',
  'chaque prestation',
  'cada parte',
  'cada entregable',
  'ambas partes',
];

/** Beside a product: it was sold, or is to be used, and nothing was made with it. */
export const SALES_WORDS = [
  'licence',
  'licences',
  'license',
  'licenses',
  'subscription',
  'subscriptions',
  'seats',
  'price',
  'prices',
  'billed',
  'planned',
  'lizenz',
  'lizenzen',
  'abonnement',
  'abonnements',
  'preis',
  'preise',
  'geplant',
  'licencia',
  'licencias',
  'suscripcion',
  'prix',
  'precio',
  'prevu',
  'previsto',
];

/** Past forms of English verbs that do not end in “ed”. */
export const IRREGULAR_PASTS = words(`
  built set wrote written taught ran put made gave given held sent brought led met kept told took taken found drew drawn got cut shut split
  rebuilt overhauled rewrote rewritten reset upheld sped bought fed fit hooked laid left lent let read shown sold sought spent spoke stuck
  swept swapped threw thrown undid undone woke won wound`);

/** Words that look like such forms and are none. */
export const NO_PASTS = words(`
  need feed speed seed exceed typed proceed embed indeed red bed shared hosted managed limited unified advanced mixed united detailed related
  based named required attached enclosed dedicated centralized centralised integrated combined fixed gilded united`);

/** What these say is no more than that something was done. */
export const VAGUE_VERBS = words(`
  done performed provided billed deliver delivered delivers deliverable deliverables delivery completed carried executed agreed accepted approved confirmed signed dated received rendered finished
  described listed mentioned named stated attached enclosed covered included excluded invoiced paid charged authorized authorised printed
  acknowledged satisfied supplied ordered purchased required requested expected planned scheduled closed marked recorded replied thanked
  erbracht durchgefuhrt ausgefuhrt geleistet geliefert abgenommen bestatigt vereinbart gefertigt unterzeichnet unterschrieben genannt
  beschrieben erledigt abgeschlossen gemacht getan gehabt beauftragt bezahlt berechnet begrenzt erhalten erfahren angenommen gegeben
  realise realisee realises realisees effectue effectuee effectues effectuees fourni fournie fournis fournies execute executee executes
  accepte acceptee acceptes acceptees convenu convenue livre livree livres livrees signe recu recue confie ete termine terminee fait faite
  prestado prestada prestados prestadas realizado realizada realizados realizadas ejecutado entregado entregada aceptado aceptada aceptados
  acordado acordada hecho hecha firmado recibido recibida sido estado tenido realizaron prestaron aceptaron entregaron realizo presto acepto
  entrego ejecuto termino acordo recibio firmo finalizo concluyo manifesto confirmo certifico`);

/** Prompts of templates: they ask for activities, and describe none. */
export const PROMPTS = [
  'describe',
  'please describe',
  'please list',
  'please enter',
  'please fill',
  'please provide',
  'please specify',
  'list the',
  'list all',
  'enter',
  'insert',
  'click',
  'provide a',
  'fill in',
  'e.g.',
  'for example',
  'beschreiben sie',
  'bitte beschreiben',
  'bitte eintragen',
  'bitte ausfullen',
  'bitte angeben',
  'decrire',
  'decrivez',
  'veuillez',
  'indiquer',
  'describa',
  'describir',
  'indique',
  'rellene',
  'to be completed',
  'lorem ipsum',
  'tbd',
  'optional',
];

/** What is confirmed by a signature. A block to sign holds such sentences; activities are told in others, or in several words beside. */
export const STATEMENTS = [
  'signature',
  'signed',
  'confirms',
  'confirm',
  'confirmed',
  'acknowledges',
  'acknowledge',
  'accepts',
  'accept',
  'agree',
  'hereby',
  'within 12 months',
  'acknowledgment',
  'acknowledgement',
  'satisfaction',
  'bestatigt',
  'bestatigen',
  'bestatige',
  'hiermit',
  'bestatigung',
  'zufriedenheit',
  'atteste',
  'attestons',
  'certifie',
  'certifions',
  'par la presente',
  'confirme',
  'confirmons',
  'certifica',
  'certifico',
  'certificamos',
  'confirma',
  'confirmo',
  'confirmamos',
  'por la presente',
  'dieses dokument',
  'this document',
  'ce document',
  'este documento',
  'out of scope',
  'not included',
  'prononce',
  'prononcons',
  'confirmation',
];

/** A message in which somebody says this confirms what was done; what is only received, or thanked for, is not. */
export const CONFIRMATIONS = [
  'i confirm',
  'we confirm',
  'i hereby confirm',
  'we hereby confirm',
  'hereby confirm',
  'i acknowledge',
  'we acknowledge',
  'hereby acknowledge',
  'i certify',
  'we certify',
  'hiermit bestatige',
  'hiermit bestatigen',
  'ich bestatige',
  'wir bestatigen',
  'bestatige ich',
  'bestatigen wir',
  'je confirme',
  'nous confirmons',
  'j’atteste',
  'nous attestons',
  'je certifie',
  'confirmo',
  'confirmamos',
  'certifico',
  'certificamos',
  'por la presente confirmo',
];

/** A message in which somebody accepts what was done. */
export const ACCEPTANCES = [
  'i accept',
  'we accept',
  'i hereby accept',
  'we hereby accept',
  'hereby formally accept',
  'formally accept',
  'i approve',
  'we approve',
  'i sign off',
  'we sign off',
  'hereby sign off',
  'hereby approve',
  'nehme ich',
  'nehmen wir',
  'wir nehmen',
  'ich nehme',
  'abnahme erklare',
  'erklare ich die abnahme',
  'erklaren wir die abnahme',
  'erteile ich die abnahme',
  'erteilen wir die abnahme',
  'wir akzeptieren',
  'ich akzeptiere',
  'j’accepte',
  'nous acceptons',
  'je prononce',
  'nous prononcons',
  'je valide',
  'nous validons',
  'j’approuve',
  'nous approuvons',
  'acepto',
  'aceptamos',
  'apruebo',
  'aprobamos',
  'damos nuestra conformidad',
  'doy mi conformidad',
  'damos por recibidos',
  'doy por recibidos',
  'damos por aceptados',
  'doy por aceptados',
];
/** What is accepted there: the work. */
export const ACCEPTED_WORK = `
  work works deliverable deliverables service services project delivery migration handover result results leistung leistungen arbeiten projekt
  lieferung ergebnis ergebnisse umsetzung einfuhrung abnahme travaux prestation prestations livrables recette reception projet trabajo trabajos
  servicio servicios entregables proyecto entrega`
  .trim()
  .split(/\s+/);

/** What is confirmed there: not the work. */
export const RECEIPTS = [
  'receipt',
  'receiving',
  'the meeting',
  'the appointment',
  'attendance',
  'erhalt',
  'eingang',
  'den termin',
  'reception',
  'le rendez-vous',
  'la reunion',
  'recepcion',
  'recibo',
  'la cita',
];

/** Where a letter begins. */
export const SALUTATIONS = [
  'dear',
  'to whom it may concern',
  'hello',
  'sehr geehrte',
  'sehr geehrter',
  'guten tag',
  'liebe',
  'lieber',
  'hallo',
  'madame',
  'monsieur',
  'mesdames',
  'messieurs',
  'bonjour',
  'a qui de droit',
  'a quien corresponda',
  'estimado',
  'estimada',
  'estimados',
  'estimadas',
  'muy senor mio',
  'muy senores mios',
];

/** Where a letter ends. */
export const REGARDS = [
  'regards',
  'best wishes',
  'sincerely',
  'faithfully',
  'yours truly',
  'thanks',
  'thank you',
  'many thanks',
  'cheers',
  'gruss',
  'grusse',
  'grussen',
  'danke',
  'vielen dank',
  'cordialement',
  'salutations',
  'merci',
  'saludos',
  'gracias',
  'atentamente',
];

/** In front of products they leave these out; the others of the clause stay. */
export const EXCLUDED_NEXT = [
  'except',
  'except for',
  'excepting',
  'with the exception of',
  'excluding',
  'excludes',
  'does not include',
  'do not include',
  'does not cover',
  'do not cover',
  'no work on',
  'rather than',
  'instead of',
  'not',
  'without',
  'ausser',
  'mit ausnahme von',
  'ohne',
  'nicht',
  'umfasst nicht',
  'enthalt nicht',
  'kein',
  'keine',
  'sauf',
  'sans',
  'hors',
  'a l’exception de',
  'a l’exclusion de',
  'n’inclut pas',
  'n’inclut ni',
  'ne comprend pas',
  'excepto',
  'salvo',
  'sin',
  'no incluye',
  'no incluyen',
  'no cubre',
  'a excepcion de',
];

/** A product of which a clause says this has been left for later. */
export const PLANNED = [
  'planned for',
  'is planned',
  'are planned',
  'in a later phase',
  'later phase',
  'future phase',
  'in the future',
  'phase 2 will',
  'will follow',
  'may follow',
  'under consideration',
  'roadmap',
  'next year',
  'is considering',
  'is evaluating',
  'optional',
  'optionally',
  'ist geplant',
  'sind geplant',
  'spatere phase',
  'spateren phase',
  'zu einem spateren zeitpunkt',
  'zukunftig',
  'in zukunft',
  'est prevu',
  'sont prevus',
  'ulterieurement',
  'phase ulterieure',
  'esta previsto',
  'en el futuro',
  'fase posterior',
  'mas adelante',
];

/** They begin a clause that what was said before does not hold for. */
export const CLAUSE_STARTS = [
  'but',
  'while',
  'whereas',
  'however',
  'although',
  'aber',
  'jedoch',
  'wahrend',
  'hingegen',
  'dagegen',
  'mais',
  'tandis que',
  'alors que',
  'en revanche',
  'pero',
  'mientras que',
  'sin embargo',
  'en cambio',
];

/** The answers of a column about products. */
export const NO_ANSWERS = words(
  `no nein non n na nv false falsch faux falso ✗ ✘ - – — none keine aucun ninguno n/a out excluded`,
);
export const YES_ANSWERS = words(`yes ja oui si y j true wahr vrai verdadero x ✓ ✔ ☒ in included`);

/** What is accepted when it is done; an order is before. */
const WORK = `(?:(?:the\\s|this\\s)?work|services?|deliver\\p{L}*|migration|results?|activities|installation|solution|travaux|prestations?|livr\\p{L}*|trabajos?|servicios?|entregas?)(?![\\s-]?(?:orders?|request|de\\s(?:commande|pedido)))(?!\\p{L})`;

/** Who says this accepts the work of another: patterns, folded. */
export const ACCEPTING = [
  `(?:we|i)\\s(?:hereby\\s|herewith\\s)?(?:accept|approve)\\s(?:\\S+\\s){0,4}${WORK}`,
  `(?:my|our)\\s(?:organi[sz]ation|company|firm)\\s(?:has\\s|have\\s)?(?:received|accepted)`,
  `(?:wir\\snehmen|nehmen\\swir|ich\\snehme|nehme\\sich)\\s(?:\\S+\\s){0,8}ab(?=\\W|$)`,
  `(?:nous\\s(?:acceptons|receptionnons|approuvons)|j['’](?:accepte|approuve)|je\\sreceptionne)\\s(?:\\S+\\s){0,4}${WORK}`,
  `(?:nous\\sprononcons|je\\sprononce)\\s(?:\\S+\\s){0,2}reception`,
  `(?:aceptamos|acepto|aprobamos|apruebo|recibimos|recibo)\\s(?:\\S+\\s){0,4}${WORK}`,
  `(?:damos|doy)\\s(?:\\S+\\s){0,2}conformidad`,
];

/** Of the own side, as opposed to the other company that is named. */
export const OWN_WORDS = [
  'our',
  'us',
  'unser',
  'unsere',
  'unserem',
  'unseren',
  'unserer',
  'unseres',
  'uns',
  'notre',
  'nos',
  'nuestro',
  'nuestra',
  'nuestros',
  'nuestras',
];

/** In front of the name of another company, not of one's own. */
export const OTHER_COMPANY = [
  'the company',
  'die firma',
  'der firma',
  'la societe',
  'l’entreprise',
  'la empresa',
  'la sociedad',
  'la firma',
];

/** Who says this speaks for the own side: patterns, folded. */
export const CONFIRMING = [
  `(?:we|i)\\s(?:hereby\\s|herewith\\s)?(?:confirm|certify|attest|declare|acknowledge)`,
  `(?:wir|ich)\\s(?:hiermit\\s)?(?:bestatigen?|bescheinigen?|erklaren?)|(?:bestatigen?|bescheinigen?|erklaren?)\\s(?:wir|ich)`,
  `nous\\s(?:certifions|attestons|confirmons|declarons)|je\\s(?:certifie|confirme|declare)|j['’]atteste`,
  `certificamos|certifico|confirmamos|confirmo|declaramos|declaro|hacemos\\sconstar|hago\\sconstar`,
];
