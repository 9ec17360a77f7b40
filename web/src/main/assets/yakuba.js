/* Enhancements. Every page works without this file. */
(() => {
  'use strict';
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // the first thing to read after a post: the list of faults, or the good news
  const first = one('[data-y-focus]');
  if (first) first.focus();

  // a question, an entry or a file that has just come: whoever asked for it goes on there
  const part = location.hash.slice(1);
  const come = part && one('#asked') && (document.getElementById(part) || document.getElementById(part + '-group'));
  if (!first && come && come.closest('#asked')) {
    const inputs = 'input:not([type=hidden]),select,textarea';
    const control = come.matches(inputs) ? come : one(inputs, come) || one('button', come);
    // going to a part of the page takes the focus away once more when all is loaded
    const goOn = () => setTimeout(() => control.focus(), 0);
    if (control && document.readyState === 'complete') goOn(); else if (control) window.addEventListener('load', goOn);
  }

  // what is to be mended is not folded away
  const unfold = part => { for (let fold = part.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true; };
  all('.y-errors a[href^="#"]').map(link => document.getElementById(link.hash.slice(1))).filter(Boolean).forEach(unfold);

  // a link of the fault list goes to the control, not only to its place
  all('.y-errors a[href^="#"]').forEach(link => link.addEventListener('click', event => {
    const target = document.getElementById(link.hash.slice(1));
    const control = target && (target.matches('input,select,textarea,[contenteditable]') ? target : one('input,select,textarea', target));
    if (control) { event.preventDefault(); unfold(control); control.focus(); control.scrollIntoView({ block: 'center' }); }
  }));

  // one press is enough; the server refuses the second anyway
  all('form[data-y-once]').forEach(form => form.addEventListener('submit', event => {
    if (form.dataset.busy) { event.preventDefault(); return; }
    form.dataset.busy = 'on';
    if (event.submitter) { setTimeout(() => { event.submitter.setAttribute('aria-disabled', 'true'); event.submitter.dataset.busy = 'on'; }, 1000); }
  }));
  window.addEventListener('pageshow', () => all('form[data-busy]').forEach(form => delete form.dataset.busy));

  // the date in words below its three inputs
  const eras = { R: 2018, '令和': 2018, H: 1988, '平成': 1988, S: 1925, '昭和': 1925, T: 1911, '大正': 1911, M: 1867, '明治': 1867 };
  const readYear = typed => {
    const found = /^(R|H|S|T|M|令和|平成|昭和|大正|明治)?\s*(\d{1,4}|元)年?$/i.exec(typed.normalize('NFKC').trim());
    if (!found) return NaN;
    const number = found[2] === '元' ? 1 : Number(found[2]);
    return found[1] ? eras[found[1].toUpperCase()] + number : number >= 1000 ? number : NaN;
  };
  const enlivenDate = box => {
    const [year, month, day] = all('input', box);
    const echo = one('.y-echo', box);
    box.addEventListener('change', () => {
      const y = readYear(year.value), m = Number(month.value.normalize('NFKC')), d = Number(day.value.normalize('NFKC'));
      const date = new Date(y, m - 1, d);
      const real = y && m && d && date.getMonth() === m - 1 && date.getDate() === d;
      const locale = document.documentElement.lang === 'en' ? 'en-GB'
        : document.documentElement.dataset.yText === 'easy' ? 'ja-JP' : 'ja-JP-u-ca-japanese';
      echo.textContent = real ? new Intl.DateTimeFormat(locale, { era: locale.includes('japanese') ? 'short' : undefined, year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' }).format(date) : '';
    });
  };

  // what others change while somebody looks: read again every few seconds, unless it is in use, and not for ever, so that a session that nobody uses ends
  const patience = Date.now() + 15 * 60 * 1000;
  all('[data-y-live]').filter(part => part.dataset.yLive).forEach(part => {
    const clock = setInterval(async () => {
      if (Date.now() > patience) { clearInterval(clock); return; }
      if (document.hidden || part.contains(document.activeElement)) return;
      const answer = await fetch(location.href, { headers: { Accept: 'text/html', 'Yakuba-Live': 'on' } }).catch(() => null);
      if (!answer || !answer.ok || answer.redirected) return;
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part.id);
      if (!fresh || part.contains(document.activeElement)) return;
      if (fresh.innerHTML !== part.innerHTML) part.replaceChildren(...fresh.childNodes);
      if (!fresh.dataset.yLive) clearInterval(clock);
    }, Number(part.dataset.yLive) * 1000);
  });

  // the address behind a postal code
  const enlivenPostal = input => {
    const place = document.getElementById(input.dataset.yPostal);
    const button = one('[data-y-complete]', input.parentElement);
    if (button) button.hidden = true;
    const complete = async () => {
      const code = input.value.normalize('NFKC').replace(/\D/g, '');
      if (code.length !== 7 || !place) return;
      const answer = await fetch('/api/postal/' + code, { headers: { Accept: 'application/json' } });
      if (!answer.ok) return;
      const places = await answer.json();
      if (places.length && (!place.value || place.dataset.filled)) {
        place.value = places[0].prefecture + places[0].municipality + places[0].place;
        place.dataset.filled = 'on';
        place.dispatchEvent(new Event('change', { bubbles: true }));
      }
    };
    input.addEventListener('input', complete);
    // sent before the answer came: the place is still asked, and still known
    if (place && !place.value) complete();
  };

  // what stands in a form, so that what is written while a file is on its way can be told from what went with it
  const ticked = control => control.type === 'radio' || control.type === 'checkbox';
  const key = control => ticked(control) ? control.name + '=' + control.value : control.name;
  const written = form => new Map([...form.elements].filter(control => control.name && control.matches('input,select,textarea') && !['file', 'hidden'].includes(control.type))
    .map(control => [key(control), ticked(control) ? control.checked : control.value]));
  const writeAgain = (form, before, now) => [...form.elements].filter(control => control.name && now.has(key(control)) && now.get(key(control)) !== before.get(key(control))).forEach(control => {
    if (ticked(control)) control.checked = now.get(key(control)); else control.value = now.get(key(control));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  });

  // files go at once, with a bar that tells how far they are
  const enlivenUpload = input => {
    const send = input.closest('.y-field').nextElementSibling;
    if (send && send.matches('.y-upload')) send.hidden = true;
    input.addEventListener('change', () => {
      const form = input.form;
      if (!input.files.length || !form) return;
      const large = [...input.files].find(file => input.dataset.yMax && file.size > Number(input.dataset.yMax));
      const list = one('.y-files', input.parentElement);
      const item = document.createElement('li');
      const bar = document.createElement('progress');
      bar.max = 1; bar.value = 0; bar.setAttribute('aria-label', input.files[0].name);
      item.append(input.files[0].name, bar); list.append(item);
      item.setAttribute('role', 'status');
      // a form that keeps no draft stays as it is: what was typed is not lost with a file that is not taken
      const refuse = words => { item.textContent = (large || input.files[0] || { name: '' }).name + ' — ' + words; input.value = ''; };
      if (large) { refuse(input.dataset.yTooLarge); return; }
      const data = new FormData(form);
      const before = written(form);
      data.set('y_upload', input.name);
      const request = new XMLHttpRequest();
      request.open('POST', form.action);
      request.upload.addEventListener('progress', event => { if (event.lengthComputable) bar.value = event.loaded / event.total; });
      request.addEventListener('load', () => {
        const page = new DOMParser().parseFromString(request.responseText, 'text/html');
        const fresh = page.getElementById('asked');
        const words = one('main .y-lead', page);
        if ((request.status >= 400 || !fresh) && input.dataset.yMax) { refuse(words ? words.textContent : request.statusText); return; }
        if (request.status >= 400 || !fresh) { location.reload(); return; }
        const now = written(form);
        const here = document.activeElement;
        document.getElementById('asked').replaceChildren(...fresh.childNodes);
        enliven(document.getElementById('asked'));
        writeAgain(form, before, now);
        // whoever has gone on meanwhile stays where they are; what was replaced under them is found again
        if (here && here !== document.body && here.isConnected) return;
        const twin = here && [...form.elements, ...all('[contenteditable]', form)].find(other => other.tabIndex >= 0 && (here.id ? other.id === here.id : other.name && other.name === here.name && other.value === here.value));
        const again = twin || document.getElementById(input.id);
        if (again) again.focus();
        if (again && again.isContentEditable) { getSelection().selectAllChildren(again); getSelection().collapseToEnd(); }
      });
      request.addEventListener('error', () => refuse(input.dataset.yBroken));
      request.send(data);
    });
  };

  // a text with headings, lists and tables; without this the plain form below it is typed and sent
  const enlivenEditor = area => {
    const words = area.dataset.yEditor.split('|'), rich = area.form.elements.rich;
    const signs = document.getElementById(area.id + '-hint');
    const box = document.createElement('div'), bar = document.createElement('div');
    const keep = () => { area.value = box.innerHTML; rich.value = 'on'; };
    const run = (name, value) => { box.focus(); document.execCommand(name, false, value); keep(); };
    const table = () => run('insertHTML', '<table><tbody><tr><th>　</th><th>　</th></tr><tr><td>　</td><td>　</td></tr></tbody></table><p><br></p>');
    const row = () => {
      const at = getSelection().anchorNode, here = at && (at.nodeType === 1 ? at : at.parentElement).closest('tr');
      if (!here || !box.contains(here)) { table(); return; }
      const next = here.cloneNode(true);
      all('th,td', next).forEach(cell => { cell.textContent = '　'; });
      here.after(next); keep();
    };
    const deeds = [() => run('formatBlock', 'p'), () => run('formatBlock', 'h2'), () => run('formatBlock', 'h3'),
      () => run('insertUnorderedList'), () => run('insertOrderedList'), table, row];
    bar.className = 'o-editor__bar';
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', words[deeds.length]);
    deeds.forEach((deed, n) => {
      const button = document.createElement('button');
      button.type = 'button'; button.className = 'y-btn y-btn--text'; button.textContent = words[n];
      button.addEventListener('mousedown', event => event.preventDefault());
      button.addEventListener('click', deed);
      bar.append(button);
    });
    box.className = 'y-input y-input--full o-editor o-prose';
    box.contentEditable = 'true';
    box.tabIndex = 0;
    box.innerHTML = area.dataset.yHtml || '<p><br></p>';
    [['role', 'textbox'], ['aria-multiline', 'true'], ['aria-label', area.dataset.yLabel], ['aria-describedby', (area.getAttribute('aria-describedby') || '').replace(area.id + '-hint', '').trim()],
      ['aria-invalid', area.getAttribute('aria-invalid')]].forEach(([name, value]) => { if (value) box.setAttribute(name, value); });
    box.addEventListener('input', keep);
    // what was written while a file was on its way comes back through the field below
    area.addEventListener('change', () => { box.innerHTML = area.value; });
    document.execCommand('defaultParagraphSeparator', false, 'p');
    if (signs) signs.remove();
    area.hidden = true;
    area.before(bar, box);
    box.id = area.id;
    area.removeAttribute('id');
    keep();
  };

  const enliven = root => {
    all('[data-y-editor]', root).forEach(enlivenEditor);
    all('[data-y-date]', root).forEach(enlivenDate);
    all('[data-y-postal]', root).forEach(enlivenPostal);
    all('[data-y-upload]', root).forEach(enlivenUpload);
  };
  enliven(document);

  // a draft keeps itself while one types
  all('form[data-y-autosave]').forEach(form => {
    const state = document.getElementById('draft-state');
    let timer = 0, last = '', busy = false;
    const body = () => {
      const data = new FormData(form);
      [...data.keys()].filter(key => data.get(key) instanceof File).forEach(key => data.delete(key));
      data.set('y_autosave', 'on');
      return new URLSearchParams(data).toString();
    };
    last = body();
    const tell = how => {
      const words = state && one('b span', state);
      const text = state && state.dataset[how];
      if (words && words.textContent !== text) words.textContent = text;
    };
    // the answers so far call for other questions: draw them anew and stay where the person is
    const askAgain = async () => {
      const focus = document.activeElement && document.activeElement.id;
      const page = new DOMParser().parseFromString(await (await fetch(form.action)).text(), 'text/html');
      const fresh = page.getElementById('asked');
      const asked = document.getElementById('asked');
      if (!fresh || !asked || body() !== last) return;
      asked.replaceChildren(...fresh.childNodes);
      enliven(asked);
      last = body();
      const again = focus && document.getElementById(focus);
      if (again) again.focus({ preventScroll: true });
    };
    const save = async () => {
      const now = body();
      if (busy || now === last || form.dataset.busy) return;
      busy = true;
      try {
        const answer = await fetch(form.action, { method: 'POST', body: now, headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, redirect: 'manual' });
        if (answer.ok) last = now;
        // led away means: the session has ended; the office keeps what was sent for whoever signs in again
        tell(answer.ok ? 'saved' : answer.type === 'opaqueredirect' ? 'ended' : 'failed');
        if (answer.ok && (await answer.json()).more) await askAgain();
      } catch (lost) { tell('failed'); again(); } finally { busy = false; }
    };
    // a lost connection may come back without a word
    const again = () => { clearTimeout(timer); timer = setTimeout(save, 10000); };
    form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(save, 1500); });
    form.addEventListener('change', () => { clearTimeout(timer); timer = setTimeout(save, 300); });
    window.addEventListener('online', save);
    document.addEventListener('visibilitychange', () => {
      const now = body();
      if (document.visibilityState === 'hidden' && now !== last && !form.dataset.busy) {
        fetch(form.action, { method: 'POST', body: now, keepalive: true, headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, redirect: 'manual' });
        last = now;
      }
    });
  });

  // where a table of the office does not fit, its rows stand one under the other, each cell beside the head of its column
  const rowsOf = (table, on) => {
    const heads = all('thead th', table).map(head => head.textContent.trim());
    table.classList.toggle('y-table--rows', on);
    all('tbody tr', table).forEach(row => [...row.cells].forEach((cell, at) => {
      const filled = cell.textContent.trim() !== '' || one('input, select, textarea, button, img', cell);
      if (on && filled) cell.dataset.l = cell.matches('td') && cell.colSpan === 1 ? heads[at] || '' : ''; else delete cell.dataset.l;
    }));
  };
  all('.y-office .y-scroll > .y-table').filter(table => !one('thead :is(a, button)', table)).forEach(table => {
    // a table that is shown in another way is still one for whoever hears it
    [[table, 'table'], ...all('thead, tbody', table).map(part => [part, 'rowgroup']), ...all('tr', table).map(row => [row, 'row']),
      ...all('thead th', table).map(head => [head, 'columnheader']), ...all('tbody th', table).map(head => [head, 'rowheader']),
      ...all('td', table).map(cell => [cell, 'cell'])].forEach(([part, role]) => part.setAttribute('role', role));
    let width = -1;
    new ResizeObserver(() => {
      if (table.parentElement.clientWidth === width) return;
      width = table.parentElement.clientWidth;
      rowsOf(table, false);
      if (table.parentElement.scrollWidth > width + 1) rowsOf(table, true);
    }).observe(table.parentElement);
  });

  // printing
  all('[data-y-print]').forEach(button => { button.hidden = false; button.addEventListener('click', () => window.print()); });

  // a kiosk forgets whoever walked away; elsewhere a session that is about to end can be kept with one press
  const watch = document.getElementById('watch');
  const atRest = location.pathname === '/' && !one('.y-tool[href="/my"]');
  if (watch && !(watch.dataset.end && atRest)) {
    const kiosk = Boolean(watch.dataset.end);
    const quiet = kiosk ? 60 : 55 * 60, grace = kiosk ? 20 : 5 * 60;
    const left = one('.y-watch__left', watch);
    let since = Date.now(), asked = Date.now(), leaving = 0;
    const reset = () => { since = Date.now(); };
    const stay = () => {
      reset();
      // any request touches the session
      if (!kiosk && Date.now() - asked > 60000) { asked = Date.now(); fetch('/health/live', { cache: 'no-store' }); }
      if (watch.open) watch.close();
    };
    one('button', watch).addEventListener('click', () => { asked = 0; stay(); });
    watch.addEventListener('cancel', event => { event.preventDefault(); asked = 0; stay(); });
    ['pointerdown', 'keydown', 'input'].forEach(name => document.addEventListener(name, () => { if (!watch.open) stay(); }));
    const watching = setInterval(() => {
      const idle = (Date.now() - since) / 1000;
      if (idle < quiet) return;
      if (!watch.open) watch.showModal();
      const rest = Math.max(0, Math.ceil(quiet + grace - idle));
      left.textContent = watch.dataset.left.replace('{0}', rest >= 60 ? Math.ceil(rest / 60) + watch.dataset.minutes : rest + watch.dataset.seconds);
      if (rest > 0) return;
      if (!kiosk) { clearInterval(watching); watch.close(); return; }
      // asked again every second, an answer that takes longer would never come
      if (Date.now() - leaving < 30000) return;
      leaving = Date.now();
      location.replace(watch.dataset.end);
    }, 1000);
  }

  // what goes on by itself is shown anew while somebody looks at it; after ten minutes nobody is taken to be there
  const follow = left => {
    const shown = one('[data-y-follow=on]');
    if (!shown || left === 0) return;
    setTimeout(async () => {
      if (document.visibilityState !== 'visible') { follow(left); return; }
      try {
        const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
        const fresh = page.getElementById(shown.id);
        if (fresh && fresh.dataset.yFollow !== 'on') { location.reload(); return; }
        if (fresh) shown.replaceWith(fresh);
      } catch (away) { /* the next time */ }
      follow(left - 1);
    }, 3000);
  };
  follow(200);

  // a rectangle over the picture of a page, by dragging or by pressing two corners; the numbers of the form say the same and can be typed
  all('[data-y-masks=on]').forEach(paper => {
    const fields = ['left', 'top', 'width', 'height'].map(id => document.getElementById(id));
    const fresh = one('.o-mask__new', paper), told = document.getElementById('corner'), ground = document.getElementById('ground');
    if (fields.some(field => !field)) return;
    let pressed = null, corner = null;
    const place = values => ['x', 'y', 'width', 'height'].forEach((name, n) => fresh.setAttribute(name, n > 1 ? Math.max(0, values[n]) : values[n]));
    const show = () => {
      const typed = fields.map(field => Number(field.value.normalize('NFKC').trim() || NaN));
      place(typed.every(Number.isFinite) ? typed : [0, 0, 0, 0]);
    };
    const at = event => {
      const box = paper.getBoundingClientRect(), size = paper.viewBox.baseVal;
      return [(event.clientX - box.left) / box.width * size.width, (event.clientY - box.top) / box.height * size.height];
    };
    const draw = (a, b) => {
      [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.abs(a[0] - b[0]), Math.abs(a[1] - b[1])]
        .forEach((value, n) => { fields[n].value = String(Math.round(value * 10) / 10); });
      show();
    };
    const done = () => { pressed = null; corner = null; told.textContent = told.dataset.drawn; ground.focus(); };
    const far = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]) > 4;
    paper.addEventListener('pointerdown', event => {
      if (event.button) return;
      pressed = at(event);
      if (event.pointerType !== 'touch') { event.preventDefault(); paper.setPointerCapture(event.pointerId); }
    });
    // a finger that moves turns the page; it presses two corners instead
    paper.addEventListener('pointermove', event => {
      if (event.pointerType !== 'touch' && (pressed && far(pressed, at(event)) || corner)) draw(corner || pressed, at(event));
    });
    paper.addEventListener('pointercancel', () => { pressed = null; });
    paper.addEventListener('pointerup', event => {
      if (!pressed) return;
      const here = at(event), start = corner || pressed;
      if (corner || far(pressed, here)) { draw(start, here); done(); return; }
      corner = pressed; pressed = null;
      place([corner[0] - 2, corner[1] - 2, 4, 4]);
      told.textContent = told.dataset.first;
    });
    fields.forEach(field => field.addEventListener('input', show));
    show();
  });

  // a table of the office was turned or sorted: the address leads back to what it shows
  if (window.jQuery) window.jQuery(document).on('pfAjaxComplete', (event, xhr, settings, args) => {
    if (args && args.here) history.replaceState(null, '', args.here);
  });

  // every box of a list at once
  all('[data-y-all]').forEach(button => {
    button.hidden = false;
    button.addEventListener('click', () => {
      const boxes = all('input[type=checkbox]', button.form).filter(box => box.name === button.dataset.yAll);
      const on = boxes.some(box => !box.checked);
      boxes.forEach(box => { box.checked = on; });
    });
  });

  // keys of the office; whoever dictates or leans on keys turns them off (WCAG 2.1.4)
  const office = one('.y-office');
  if (office && document.documentElement.dataset.yKeys !== 'off') {
    const list = document.getElementById('keys');
    let before = '';
    const step = by => {
      const rows = all('[data-y-row]');
      const at = rows.indexOf(document.activeElement);
      const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))];
      if (next) next.focus();
    };
    // a key leads to the place of a deed and never does it
    const lead = key => {
      const target = one('[aria-keyshortcuts="' + key + '"]', one('main'));
      if (!target) return false;
      if (target.matches('a[href]')) target.click(); else { target.scrollIntoView({ block: 'center' }); target.focus(); }
      return true;
    };
    document.addEventListener('keydown', event => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input,textarea,select,[contenteditable],dialog')) return;
      const key = event.key;
      const known = before === 'g' && key === 'i' ? (location.href = '/office/inbox', true)
        : key === '/' ? (document.getElementById('find') || { focus() {} }).focus() || true
        : key === 'j' ? step(1) || true
        : key === 'k' ? step(-1) || true
        : key === '?' && list ? (list.showModal(), true)
        : 'arhn'.includes(key) ? lead(key) : false;
      before = key === 'g' ? 'g' : '';
      if (known) event.preventDefault();
    });
  }
})();
