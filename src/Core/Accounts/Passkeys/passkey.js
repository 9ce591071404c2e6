// Lets a form with data-passkey be answered by a key: the browser asks its user, and what the key signed is posted like any other answer.
const able = typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential
  && !/^[\d.]+$|:/.test(location.hostname); // A key is made for a name, not for a number.

for (const field of able ? document.querySelectorAll('[data-passkey]') : []) {
  const form = field.form;
  const show = (when, visible) => { form.querySelector(`[data-when=${when}]`).hidden = !visible; };
  const options = JSON.parse(field.dataset.passkey);
  let asking = false;

  const ask = () => 'rp' in options
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });

  // What the house will refuse anyway goes to it without a key being made or used: it answers with words, and a new question.
  const isInVain = () => performance.now() > options.timeout || [...form.elements].some(e => e.type === 'text' && !e.value.trim());

  form.addEventListener('submit', async event => {
    if (field.value || isInVain()) { return; }
    event.preventDefault();
    if (asking) { return; }
    asking = true;
    show('failed', false);
    try {
      field.value = JSON.stringify(await ask());
      form.requestSubmit();
    } catch {
      show('failed', true);
    } finally {
      asking = false;
    }
  });

  show('unable', false);
  show('able', true);
}
