/** What the bot says about itself, in Spanish. */
import type * as en from './en.ts';

export const introTexts: typeof en.introTexts = {
  welcomeTitle: 'CPOR y POE, en un solo lugar',
  welcome:
    'Pregúnteme qué dice el aviso sobre Claims Partner of Record (CPOR). También le muestro a qué asociaciones de clientes migradas les falta aún la prueba de ejecución (Proof of Execution, POE), recibo los documentos aquí en el chat y le indico el último paso en Partner Center. Microsoft recomienda la actualización.',
  helpTitle: 'Lo que puedo hacer',
  helpButton: 'Ayuda',
  notUnderstood: 'No lo he entendido. Esto es lo que puedo hacer:',
  notYourWords:
    'Leo lo que usted escribe, no los mensajes que cita o reenvía, ni tarjetas ni mensajes de voz. Escríbalo con sus palabras o adjunte un archivo.',
  publicHelp:
    'Mencióneme y pregunte, con sus palabras, qué dice el aviso. Todo lo que se refiere a sus clientes queda en nuestro chat personal de Teams.',
  inPersonalChat: 'Eso lo hago en nuestro chat personal de Teams. Ábralo y escríbame allí.',
  personalOnly: 'Los datos de los clientes quedan en nuestro chat personal de Teams. Ábralo y escríbame allí.',
  filesInPersonalChat:
    'Aquí no puedo recibir archivos: los documentos de los clientes quedan entre usted y yo. Abra nuestro chat personal y arrastre el archivo allí.',
  noFilesHere: 'Los archivos pasan solo por nuestro chat de Teams.',
  goneButton: 'Este botón ya no se usa. Escriba «ayuda» para ver lo que puedo hacer.',
};
