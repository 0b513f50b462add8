export const papers = {
  'papers.template':
    'A template that comes with Navet. A lawyer of {name, select, none {the controller} other {{name}}} is to read it before it is used.',
  'papers.read': 'Read by the controller’s lawyer on {day}.',
  'papers.print': 'Print this page from the browser’s menu. It is made for A4 paper.',

  'about.information': 'How Navet works at a company: a sheet for employees and unions',

  'notice.title': 'How we handle your data',
  'notice.lead':
    'You can read everything without an account. If you make one we keep your address and what you have finished, so that you can carry on where you stopped and get your badges.',
  'notice.who.learner': 'This is about your account, your answers, your tests and your badges.',
  'notice.who.company':
    'Each company is responsible for its own list of members. We look after it for the company, under an agreement that anybody may read:',
  'notice.why': 'Why, and on what basis',
  'notice.why.account': 'Account, courses, tests and badges',
  'notice.why.account.text':
    'So that you can sign in, carry on and get badges. It is what you ask for when you make the account (contract, Article 6(1)(b) of the GDPR).',
  'notice.why.company': 'What your company sees',
  'notice.why.company.text':
    'Which courses you have finished, which badges you have, and the day. Never answers, scores or attempts. The company has a legitimate interest in knowing who has taken which course (Article 6(1)(f)). Nothing is shown until you have read the terms and joined, and it stops when you leave.',
  'notice.why.safety': 'Security',
  'notice.why.safety.text':
    'Sign-ins, wrong codes and changes are noted without your name, to protect accounts (legitimate interest, Article 6(1)(f)).',
  'notice.why.mail': 'Mail',
  'notice.why.mail.text':
    'Codes, receipts and warnings belong to the account. You get other mail only if you said yes (consent, Article 6(1)(a)), and every such mail lets you say no.',
  'notice.why.remarks': 'What you write about a question',
  'notice.why.remarks.text':
    'A remark you send is read by those who write the courses, without your name, to make the question better (legitimate interest, Article 6(1)(f)).',
  'notice.receivers': 'Who gets to see it',
  'notice.receivers.company': 'Those who run a company you have joined. Exactly what they see is under “{page}”.',
  'notice.receivers.badge': 'Anybody who has the address of one of your badges’ pages. You can take that page away.',
  'notice.receivers.suppliers': 'Those who run the machinery for us: {names}.',
  'notice.receivers.suppliers.unset': 'Those who run the machinery for us. Who they are has not been stated here.',
  'notice.receivers.nobody': 'Nobody else. We sell nothing, and the pages fetch nothing from other sites.',
  'notice.rights': 'What you can do',
  'notice.rights.see': 'See what there is, and who sees it',
  'notice.rights.mend': 'Mend your name and addresses, and see where you are signed in',
  'notice.rights.erase': 'Erase the account',
  'notice.rights.write':
    'Would you like a copy, take your data elsewhere, limit how it is used, or object? Write to the address above. You get an answer within a month.',
  'notice.automatic': 'No decisions by a machine',
  'notice.automatic.text':
    'Tests are marked against a key that people wrote. No AI judges you, and nothing you do here decides anything about you automatically.',

  'agreement.title': 'Data agreement for companies',
  'agreement.lead':
    'For companies that let their people join. It is a data processing agreement under Article 28 of the GDPR.',
  'agreement.parties': 'Parties',
  'agreement.parties.company': 'The company (controller):',
  'agreement.parties.number': 'Registration number:',
  'agreement.parties.contact': 'Contact:',
  'agreement.parties.processor': 'Whoever runs Navet (processor):',
  'agreement.subject': 'What it is about',
  'agreement.subject.text':
    'The processor looks after the company’s list of members in Navet: it invites, receives those who join, and shows those who run the company who has finished which course, which badges have been earned, and the day.',
  'agreement.subject.not':
    'It does not cover a member’s own account, answers, tests and badges. For those whoever runs Navet is the controller, and the company has no access to them.',
  'agreement.what': 'Data and people',
  'agreement.what.text':
    'The member’s name in the company, role, day of joining, invitations, and for the courses the terms name: started or done, badge, day. The people are employees and others who work for the company. Sensitive data is not to be entered.',
  'agreement.length': 'For how long',
  'agreement.length.text':
    'As long as the company is in Navet and the member belongs to it. An invitation nobody uses is forgotten after 30 days. What happened in the company (who joined, left or was given a role) is forgotten after 24 months.',
  'agreement.instructions': 'Instructions',
  'agreement.instructions.text':
    'The processor handles the data only as this agreement and the company’s written instructions say, and speaks up if an instruction seems to break data protection rules.',
  'agreement.secrecy': 'Confidentiality',
  'agreement.secrecy.text': 'Those who work for the processor and may see the data have promised not to pass it on.',
  'agreement.security': 'Security',
  'agreement.security.text':
    'Transfer is encrypted. People sign in with a code that holds once. Who may see what is decided in the database with every request. Logs hold no names, addresses or codes. Backups are encrypted and kept for 35 days at most.',
  'agreement.suppliers': 'Sub-processors',
  'agreement.suppliers.names': 'When the agreement begins: {names}.',
  'agreement.suppliers.unset': 'When the agreement begins:',
  'agreement.suppliers.text':
    'The processor tells the company at least 30 days before a new sub-processor begins, and the company may say no. Sub-processors have the duties the processor has. Data leaves the EU and EEA only where the GDPR allows it and the company has been told.',
  'agreement.help': 'Help',
  'agreement.help.text':
    'The processor helps the company to answer when somebody wants to see, mend or erase their data, to assess risks and to consult the authority.',
  'agreement.breach': 'If something goes wrong',
  'agreement.breach.text':
    'If something happens to the data, the processor tells the company without undue delay: what happened, whom it concerns, what may come of it and what is being done. That lets the company notify within 72 hours where it has to.',
  'agreement.audit': 'Insight',
  'agreement.audit.text':
    'The processor shows on request how the agreement is kept. The program is open, so anybody may look into how it works.',
  'agreement.end': 'When it ends',
  'agreement.end.text':
    'It ends when the company is closed in Navet, or three months after either party has given notice. The processor then erases the company’s data, or first hands it back if the company asks.',
  'agreement.signed': 'Signatures',
  'agreement.signed.company': 'For the company: place, day, name',
  'agreement.signed.processor': 'For the processor: place, day, name',

  'accessibility.title': 'Accessibility',
  'accessibility.lead': 'Navet is to work with a keyboard, a screen reader, enlarged text and without scripts.',
  'accessibility.how.title': 'How accessible it is',
  'accessibility.how':
    'The goal is WCAG 2.2 level AA. Every page goes through automatic checks and is tried with the keyboard alone, on a narrow screen, in light and dark, and without scripts.',
  'accessibility.lacks.title': 'What we know is lacking',
  'accessibility.lacks':
    'No independent audit has been made, and people who use a screen reader every day have not tried the pages. Automatic checks do not find everything. The certificate as a PDF has its headings and language marked, but the badge’s own page is easier to read.',
  'accessibility.report.title': 'Did you find a barrier?',
  'accessibility.report': 'Say which page it was, what you tried to do and what happened. Write to:',
  'accessibility.report.unset':
    'Tell whoever runs Navet where you are: which page, what you tried to do and what happened.',
} as const
