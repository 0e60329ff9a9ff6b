/** Whether the customer has signed in forms of other hands: what stands beside, beneath and around a place to sign. */
import { holds } from './signing.ts';

describe('A line beside who is to sign', () => {
  holds({
    'is empty where nothing stands on it': [
      'missing',
      'missing',
      `
SIGNED by Jane Doe                 )      ....................
for Müller & Söhne GmbH            )      Date:

SIGNED by John Smith               )      ____________________
for Contoso Consulting Ltd         )      Date:`,
    ],
    'is empty behind a bracket, too': [
      'missing',
      'missing',
      `
SIGNED by Jane Doe                 )
for Müller & Söhne GmbH            )      Date:`,
    ],
    'leaves a name that stands alone a signature': [
      'ok',
      'ok',
      `
Signed by Jane Doe
for Müller & Söhne GmbH
Date: 4 May 2020`,
    ],
  });
});

describe('A label for date and signature', () => {
  holds({
    'has the name beneath the day': [
      'ok',
      'ok',
      `
Date and signature of customer      4 May 2020
                                    Jane Doe
Name in block letters               JANE DOE`,
    ],
    'has the ink beneath the day': [
      'ok',
      'ok',
      `
Date and signature of customer      4 May 2020
                                    {ink}
Name in block letters               JANE DOE`,
    ],
    'has a day alone': [
      'missing',
      'ok',
      `
Date and signature of customer      4 May 2020
Name in block letters               JANE DOE`,
    ],
  });
});

describe('What stands alone beneath a row of labels', () => {
  holds({
    'is for the one that has nothing yet': [
      'ok',
      'ok',
      `
Present for the supplier: John Smith
Date: 4 May 2020                      Signature of the customer:
        Jane Doe
        Jane Doe`,
    ],
    'is no signature of the customer where the partner is printed beneath': [
      'missing',
      'ok',
      `
Date: 4 May 2020                      Signature of the customer:
        John Smith
        John Smith, Contoso`,
    ],
    'is a printed name where it stands once': [
      'unclear',
      'ok',
      `
Present for the supplier: John Smith
Date: 4 May 2020                      Signature of the customer:
        Jane Doe`,
    ],
  });
});

describe('A table of what was done', () => {
  holds({
    'may be signed in each of its rows': [
      'ok',
      'ok',
      `
Workload          Work performed                                                                                       Signature of the customer   Date
Exchange Online   Moved 300 mailboxes from the old server to the cloud, and taught the help desk how to run them all   Jane Doe                    2020-05-04 0:00:00
SharePoint        Built a site for each of the departments, moved their files, and showed their owners how to share    Jane Doe                    2020-05-04 0:00:00`,
    ],
    'may be open in each of its rows': [
      'missing',
      'missing',
      `
Workload          Work performed                                                                                       Signature of the customer   Date
Exchange Online   Moved 300 mailboxes from the old server to the cloud, and taught the help desk how to run them all   ____________                __________
SharePoint        Built a site for each of the departments, moved their files, and showed their owners how to share    ____________                __________`,
    ],
  });
});

describe('The short forms of German contracts', () => {
  holds({
    'head the columns of both sides': [
      'ok',
      'ok',
      `
Für den AN               Für den AG
John Smith               Jane Doe
John Smith               Jane Doe
04.05.2020               04.05.2020`,
    ],
    'tell the other side, too': [
      'missing',
      'missing',
      `
Für den AN               Für den AG
John Smith
John Smith
04.05.2020`,
    ],
  });
});

describe('Thanks in a message', () => {
  holds({
    'are more than nothing where they are quoted': [
      'unclear',
      'missing',
      `
Jane wrote:
> Perfect, many thanks to you and to your whole crew, and talk to you soon
> Jane`,
    ],
  });
});

describe('What somebody attests', () => {
  const attested =
    'I, the undersigned, Jane Doe, head of IT of Müller & Söhne GmbH, certify that Contoso moved our mailboxes.';
  holds({
    'ends with place and day, a name and the printed one': [
      'ok',
      'ok',
      `
${attested}
Plymouth, 4 May 2020
Jane Doe
Jane Doe`,
    ],
    'may say that it was done there': [
      'ok',
      'ok',
      `
${attested}
Done at Plymouth on 4 May 2020
Jane Doe
Jane Doe`,
    ],
    'is not signed by a printed name alone': [
      'missing',
      'missing',
      `
${attested}
Done at Plymouth on 4 May 2020
Jane Doe`,
    ],
    'may be signed by hand beside the column of the name': [
      'ok',
      'ok',
      `
${attested}
                                                  Plymouth, 4 May 2020
{ink}
                                                  Jane Doe`,
    ],
    'is not signed by hand where two names follow': [
      'missing',
      'missing',
      `
${attested}
                                                            Plymouth, 4 May 2020
{ink}
                         John Smith                         Jane Doe`,
    ],
  });
});

describe('The heading and the sentence over the only place to sign', () => {
  const accepted =
    'The customer confirms that the work described above has been carried out completely, and accepts it.';
  holds({
    'tell whose it is, whoever is named beneath': [
      'ok',
      'ok',
      `
Customer acceptance
${accepted}
Name: Jane Doe      Date: 4 May 2020
Signature:
Jane Doe

Contoso Consulting Ltd`,
    ],
    'leave it to a caption without that heading': [
      'missing',
      'missing',
      `
${accepted}
Signature:
John Smith
John Smith
Contoso Consulting Ltd`,
    ],
    'do not tell whose several places with captions are': [
      'missing',
      'missing',
      `
Customer acceptance
${accepted}
/s/ John Smith
Contoso Consulting Ltd
/s/ Max Smith
Contoso Consulting Ltd`,
    ],
  });
});

describe('A heading of the other side beside the label', () => {
  holds({
    'is no value of the label': [
      'ok',
      'ok',
      `
The customer confirms that the work described above has been carried out completely, and accepts it.
Signature                Supplier
Jane Doe                 Contoso Consulting Ltd
Name                     John Smith
Jane Doe                 4 May 2020
Date
4 May 2020`,
    ],
  });
});

describe('A caption beneath what was signed', () => {
  holds({
    'may hold the printed name, whatever table follows': [
      'ok',
      'ok',
      `
Customer: Müller & Söhne GmbH      Jane Doe                 4 May 2020
                                   Signature – Jane Doe     Date
Supplier                           John Smith               4 May 2020
To be kept until 2030
Version                            Date                     Change`,
    ],
    'may be the name and the company in brackets': [
      'ok',
      'ok',
      `
Date: 4 May 2020      Signature:
Jane Doe
(Jane Doe, Müller & Söhne GmbH)`,
    ],
  });
});

describe('Who has done the work', () => {
  holds({
    'does not sign for the customer': [
      'unclear',
      'unclear',
      `
Customer: Müller & Söhne GmbH
Date: 4 May 2020
Executed by: John Smith`,
    ],
  });
});
