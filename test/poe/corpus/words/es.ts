import type { Words } from './words.ts';

export const es: Words = {
  titles: {
    sow: ['Alcance del trabajo', 'Orden de servicio y alcance', 'Contrato de servicios n.º 9'],
    form: ['Prueba de ejecución', 'Comprobante de ejecución (POE)', 'Ficha de prueba de ejecución'],
    deck: ['Cierre del proyecto', 'Comité de dirección: resumen', 'Revisión de la implantación'],
    hours: ['Registro de horas', 'Parte de trabajo', 'Hoja de horas'],
    letter: ['Carta de conformidad', 'Confirmación de servicios', 'A quien corresponda'],
    acceptance: ['Acta de aceptación', 'Acta de recepción', 'Acta de entrega y conformidad'],
    report: ['Informe de servicio', 'Informe trimestral', 'Resumen del encargo'],
  },
  intro: [
    (p, c) => `Este documento recoge los trabajos que ${p} ha realizado para ${c}.`,
    (p, c) =>
      `${c} (en adelante, «el Cliente») ha contratado a ${p} (en adelante, «el Proveedor») en los términos siguientes.`,
    (p, c) => `Entre ${p} y ${c} se ha acordado y ejecutado lo siguiente.`,
  ],
  somePartner: 'el proveedor',
  someCustomer: 'el cliente',
  label: {
    partner: 'Socio',
    customer: 'Cliente',
    domain: 'Dominio del cliente',
    tenant: 'ID del inquilino (tenant)',
    contact: 'Contacto',
    products: 'Productos y servicios',
    done: 'Trabajos realizados',
    scope: 'Alcance',
    outside: 'Exclusiones',
    signatures: 'Firmas',
  },
  sign: {
    name: ['Nombre:', 'Nombre y apellidos:'],
    title: ['Cargo:', 'Puesto:'],
    date: ['Fecha:', 'Fecha de firma:'],
    signature: ['Firma:', 'Firmado:', 'Fdo.:'],
  },
  forCustomer: [(c) => `Por el cliente: ${c}`, (c) => `El Cliente – ${c}`, (c) => `Conforme, ${c}`],
  forPartner: [(p) => `Por el socio: ${p}`, (p) => `El Proveedor – ${p}`],
  jobs: ['Director de Informática', 'Responsable de Sistemas', 'Directora de Tecnología'],
  activities: [
    (w, n) => `Implantación de ${w} para ${n} usuarios en tres fases y formación de los usuarios clave.`,
    (w) => `Configuración de ${w}, con directivas, grupos y supervisión, y documentación del resultado.`,
    (w) => `Realización de cuatro talleres sobre el uso de ${w} con los jefes de departamento.`,
    (w, n) => `Migración de ${n} usuarios a ${w} en dos fines de semana, con diez días de acompañamiento.`,
    (w) => `Revisión mensual del uso de ${w}; el uso activo pasó del 31 % al 74 %.`,
  ],
  neutral: [
    'Se trasladó a todos los usuarios desde el sistema antiguo en dos fines de semana, con asistencia en las oficinas.',
    'Se analizó el entorno existente, se redactó el plan de migración y se ejecutó sede por sede.',
    'Se formó a 140 usuarios clave en doce sesiones y se redactaron guías breves.',
  ],
  onlyProducts: 'Este documento se refiere a los productos siguientes:',
  vague: 'Los servicios se prestaron según lo acordado.',
  scopeLine: (w) => `Despliegue y adopción de ${w}`,
  outOfScope: [
    (w) => `Fuera de alcance: ${w}.`,
    (w) => `${w} no forma parte del proyecto.`,
    (w) => `Quedan excluidos ${w} y los servicios de impresión.`,
  ],
  plain: {
    'Exchange Online': ['El intercambio de cartas entre las partes completa el contrato.'],
    'Microsoft Teams': ['Los equipos de ambas empresas se reunieron todos los martes.'],
  },
  noise: [
    'Los precios no incluyen impuestos. Los viajes se facturan a precio de coste.',
    'Cada parte trata como confidencial la información de la otra.',
    'Toda modificación de este documento se hará por escrito.',
    'El servicio de asistencia atiende los días laborables de 8 a 18 h en la extensión 4020.',
  ],
  period: (from, to) => `Periodo del encargo: del ${from} al ${to}.`,
  thanks: [
    '¡Gran trabajo, muchas gracias a todos!',
    '¡Perfecto, gracias por la ayuda tan rápida!',
    'Muchas gracias y hasta pronto.',
  ],
  onFile: ['Firma en archivo', 'Consta firma en el expediente', '(firma original archivada)'],
  confirm: [
    (p, c) =>
      `Por la presente confirmo, en nombre de ${c}, que ${p} ha realizado los trabajos descritos a continuación a nuestra entera satisfacción.`,
    (p, c) =>
      `En nombre de ${c} confirmamos que ${p} ha prestado los servicios indicados más abajo y que los hemos aceptado.`,
  ],
  greeting: 'Buenos días:',
  regards: 'Un cordial saludo,',
  hours: [['Día', 'Consultor', 'Trabajo', 'Horas'], (w) => `${w}: configuración y formación de usuarios`],
  months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
};
