/** Companies and people: as the claim calls them, as documents write them, and others with a near name. All are made up or Microsoft's fictitious ones. */
import type { Lang } from '../model.ts';

export interface Company {
  name: string;
  /** Other ways to write the same company: suffix, accents, signs, capitals, broken lines. */
  also: string[];
  /** Other companies. */
  near: string[];
}

export interface Customer extends Company {
  domain: string;
  /** A domain of somebody else that looks like it. */
  nearDomain: string;
  langs: Lang[];
}

export const customers: Customer[] = [
  {
    name: 'Contoso Pharma GmbH',
    also: ['CONTOSO PHARMA', 'Contoso Pharma', 'Contoso Pharma\nGmbH'],
    near: ['Contoso Retail GmbH', 'Contoso Chemie GmbH'],
    domain: 'contosopharma.example',
    nearDomain: 'contosoretail.example',
    langs: ['en', 'de'],
  },
  {
    name: 'Müller & Söhne Straßenbau GmbH',
    also: ['Müller und Söhne Strassenbau', 'MÜLLER & SÖHNE STRASSENBAU GMBH', 'Muller & Sohne Strassenbau GmbH'],
    near: ['Müller Gartenbau GmbH', 'Söhne & Partner Straßenbau AG'],
    domain: 'mueller-soehne.example',
    nearDomain: 'mueller-gartenbau.example',
    langs: ['de'],
  },
  {
    name: 'Großhandel Weiß KG',
    also: ['Grosshandel Weiss KG', 'Grosshandel Weiss', 'GROSSHANDEL WEISS'],
    near: ['Großhandel Schwarz KG', 'Großhandel Weber KG'],
    domain: 'gh-weiss.example',
    nearDomain: 'gh-weber.example',
    langs: ['de'],
  },
  {
    name: 'Woodgrove Bank AG',
    also: ['Woodgrove Bank', 'Woodgrove\nBank AG', 'WOODGROVE BANK AG'],
    near: ['Woodgrove Versicherung AG', 'Woodgrove Immobilien AG'],
    domain: 'woodgrovebank.example',
    nearDomain: 'woodgroveinsurance.example',
    langs: ['de', 'en'],
  },
  {
    name: 'Fabrikam Énergie SA',
    also: ['Fabrikam Energie', 'FABRIKAM ÉNERGIE', 'Fabrikam Énergie S.A.'],
    near: ['Fabrikam Immobilier SA', 'Fabrikam Résidences SARL'],
    domain: 'fabrikam-energie.example',
    nearDomain: 'fabrikam-immobilier.example',
    langs: ['fr'],
  },
  {
    name: 'Crédit Régional du Léman',
    also: ['Credit Regional du Leman', 'CRÉDIT RÉGIONAL DU LÉMAN', 'Crédit Régional\ndu Léman'],
    near: ['Crédit Agricole du Jura', 'Crédit Régional du Rhône'],
    domain: 'crl-leman.example',
    nearDomain: 'crl-rhone.example',
    langs: ['fr'],
  },
  {
    name: 'Établissements Dubois et Fils SARL',
    also: ['Etablissements Dubois & Fils', 'Établissements Dubois & Fils SARL', 'ETABLISSEMENTS DUBOIS ET FILS'],
    near: ['Établissements Dupont et Fils SARL'],
    domain: 'dubois-fils.example',
    nearDomain: 'dupont-fils.example',
    langs: ['fr'],
  },
  {
    name: 'Panadería José Núñez e Hijos, S.L.',
    also: ['Panaderia Jose Nunez e Hijos SL', 'PANADERÍA JOSÉ NÚÑEZ E HIJOS', 'Panadería José Núñez e Hijos'],
    near: ['Panadería María Núñez, S.L.', 'Panadería José Muñoz, S.L.'],
    domain: 'panaderianunez.example',
    nearDomain: 'panaderiamunoz.example',
    langs: ['es'],
  },
  {
    name: 'Cementos del Duero, S.A.',
    also: ['Cementos del Duero', 'CEMENTOS DEL DUERO SA', 'Cementos del\nDuero, S.A.'],
    near: ['Cementos del Ebro, S.A.', 'Maderas del Duero, S.A.'],
    domain: 'cementosduero.example',
    nearDomain: 'cementosebro.example',
    langs: ['es'],
  },
  {
    name: 'City Power & Light',
    also: ['City Power and Light', 'City Power & Light, Inc.', 'CITY POWER AND LIGHT'],
    near: ['City Gas & Light', 'City Power Tools'],
    domain: 'cpandl.example',
    nearDomain: 'citygas.example',
    langs: ['en'],
  },
  {
    name: 'Wide World Importers',
    also: ['Wide World\nImporters', 'Wide World Importers Ltd', 'WIDE WORLD IMPORTERS LIMITED'],
    near: ['Wide World Exporters', 'World Importers Club'],
    domain: 'wideworldimporters.example',
    nearDomain: 'wideworldexporters.example',
    langs: ['en'],
  },
  {
    name: 'Adventure Works Cycles',
    also: ['ADVENTURE WORKS CYCLES', 'Adventure Works Cycles LLC', 'Adventure Works\nCycles'],
    near: ['Adventure Works Travel', 'Adventure Cycles'],
    domain: 'adventure-works.example',
    nearDomain: 'adventureworkstravel.example',
    langs: ['en'],
  },
  {
    name: 'Coho Vineyard, Inc.',
    also: ['Coho Vineyard', 'COHO VINEYARD INC', 'Coho Vineyard Incorporated'],
    near: ['Coho Winery, Inc.'],
    domain: 'cohovineyard.example',
    nearDomain: 'cohowinery.example',
    langs: ['en'],
  },
  {
    name: 'Humongous Insurance',
    also: ['Humongous Insurance plc', 'HUMONGOUS INSURANCE', 'Humongous\nInsurance'],
    near: ['Humongous Assurance', 'Tremendous Insurance'],
    domain: 'humongousinsurance.example',
    nearDomain: 'humongousassurance.example',
    langs: ['en', 'de', 'fr', 'es'],
  },
  {
    name: 'Lamna Healthcare',
    also: ['LAMNA HEALTHCARE', 'Lamna Healthcare Inc.', 'Lamna Healthcare'],
    near: ['Lamna Hotels', 'Lakeside Healthcare'],
    domain: 'lamnahealth.example',
    nearDomain: 'lamnahotels.example',
    langs: ['en', 'fr', 'es'],
  },
];

export const partners: (Company & { langs: Lang[] })[] = [
  {
    name: 'Proseware, Inc.',
    also: ['Proseware', 'PROSEWARE INC', 'Proseware Incorporated'],
    near: ['Proserve Ltd.'],
    langs: ['en', 'fr', 'es'],
  },
  {
    name: 'Tailspin IT Services Ltd.',
    also: ['Tailspin IT Services', 'Tailspin IT Services Limited', 'Tailspin IT\nServices Ltd.'],
    near: ['Tailspin Toys Ltd.'],
    langs: ['en'],
  },
  {
    name: 'Trey & Lucerne Consulting',
    also: ['Trey and Lucerne Consulting', 'TREY & LUCERNE CONSULTING', 'Trey & Lucerne Consulting LLC'],
    near: ['Trey Research', 'Lucerne Publishing'],
    langs: ['en'],
  },
  {
    name: 'Relecloud GmbH',
    also: ['Relecloud', 'RELECLOUD GMBH', 'Relecloud'],
    near: ['Reliacloud GmbH'],
    langs: ['de', 'en'],
  },
  {
    name: 'Weißhaupt & Jäger IT-Beratung',
    also: ['Weisshaupt und Jäger IT-Beratung', 'Weisshaupt & Jager IT-Beratung GmbH', 'WEISSHAUPT & JÄGER IT-BERATUNG'],
    near: ['Weißmann & Jäger Steuerberatung'],
    langs: ['de'],
  },
  {
    name: 'Numérique Conseil SAS',
    also: ['Numerique Conseil', 'NUMÉRIQUE CONSEIL', 'Numérique Conseil'],
    near: ['Numérique Location SAS'],
    langs: ['fr'],
  },
  {
    name: 'Soluciones Íbero, S.L.',
    also: ['Soluciones Ibero SL', 'SOLUCIONES ÍBERO', 'Soluciones Íbero'],
    near: ['Soluciones Norte, S.L.'],
    langs: ['es'],
  },
];

export const people: Record<Lang, string[]> = {
  en: [
    'Jane Doerr',
    'Patrick Hines',
    'Megan Bowen',
    'Diego Siciliani',
    'Grady Archie',
    'Isaiah Langer',
    'Miriam Graham',
    'Lee Gu',
  ],
  de: ['Jürgen Weiß', 'Anja Köhler', 'Sabine Größmann', 'Thomas Brandt', 'Karin Vogt', 'Matthias Löw'],
  fr: ['Hélène Garnier', 'François Lefèvre', 'Amélie Roux', 'Benoît Carpentier', 'Nathalie Perrin'],
  es: ['José Ramírez', 'María Ibáñez', 'Lucía Fernández', 'Andrés Peña', 'Carmen Ortega'],
};

/** A workload as a claim calls it, with the ways a document may. */
export const products: Record<string, { also: string[]; short: string[] }> = {
  'Exchange Online': {
    also: ['Microsoft Exchange Online', 'Office 365 Exchange Online', 'Exchange Online (Plan 2)'],
    short: ['EXO'],
  },
  'SharePoint Online': { also: ['Microsoft SharePoint Online', 'SharePoint Online (Plan 2)'], short: ['SPO'] },
  'Microsoft Teams': { also: ['Teams (Office 365)', 'Office 365 Teams'], short: ['MS Teams'] },
  'OneDrive for Business': { also: ['Microsoft OneDrive for Business', 'OneDrive'], short: ['OD4B'] },
  'Microsoft 365 Apps': { also: ['Office 365 ProPlus', 'Microsoft 365 Apps for enterprise'], short: ['M365 Apps'] },
  Intune: { also: ['Microsoft Intune', 'Intune (MDM)'], short: ['MDM'] },
  'Azure AD Premium': { also: ['Azure Active Directory Premium P1', 'Azure AD Premium P1'], short: ['AAD P1'] },
  'Azure Information Protection': {
    also: ['Azure Information Protection P1', 'Microsoft Azure Information Protection'],
    short: ['AIP'],
  },
  'Office 365 Advanced Threat Protection': {
    also: ['Office 365 ATP', 'Advanced Threat Protection for Office 365'],
    short: ['O365 ATP'],
  },
  Yammer: { also: ['Yammer Enterprise', 'Microsoft Yammer'], short: ['Yammer'] },
  'Dynamics 365 Sales': {
    also: ['Dynamics 365 for Sales', 'Microsoft Dynamics 365 Sales Enterprise'],
    short: ['D365 Sales'],
  },
  'Dynamics 365 Customer Service': {
    also: ['Dynamics 365 for Customer Service', 'Microsoft Dynamics 365 Customer Service'],
    short: ['D365 Customer Service'],
  },
  'Dynamics 365 Field Service': {
    also: ['Dynamics 365 for Field Service', 'Microsoft Dynamics 365 Field Service'],
    short: ['D365 Field Service'],
  },
  'Dynamics 365 Finance': {
    also: ['Microsoft Dynamics 365 Finance', 'Dynamics 365 Finance module'],
    short: ['D365 Finance'],
  },
  'Power BI': { also: ['Microsoft Power BI', 'Power BI Pro'], short: ['PBI'] },
  'Power Apps': { also: ['Microsoft PowerApps', 'PowerApps'], short: ['Power Apps'] },
};
