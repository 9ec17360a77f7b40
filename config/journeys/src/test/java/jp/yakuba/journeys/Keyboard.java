package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;

/**
 * A person without a mouse (キーボードだけの人): goes from stop to stop with Tab and Shift+Tab, and looks at each stop whether the focus
 * is seen, moves on and keeps to the order of the page.
 */
final class Keyboard {
    private static final int MOST_STOPS = 250;
    private static final String SELECTED = "wanted => document.activeElement !== document.body && document.activeElement.matches(wanted)";
    /** Where the focus is, whether it can be seen there, and whether it lies behind the stop before; a date has three stops in one. */
    private static final String STOP = """
            () => {
              const now = document.activeElement, before = window.keyboardStop, out = one => {
                const style = getComputedStyle(one);
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && style.outlineColor !== 'rgba(0, 0, 0, 0)';
              };
              const box = now.getBoundingClientRect(), label = now.closest('label, li');
              const known = before && before.isConnected && before !== now;
              const order = !known ? '' : before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING ? 'Tab' : 'Shift+Tab';
              window.keyboardStop = now;
              return { where: now.tagName.toLowerCase() + (now.id ? '#' + now.id : '') + (now.name ? '[name=' + now.name + ']' : ''),
                none: now === document.body || now === document.documentElement,
                seen: out(now) || (label !== null && out(label)),
                inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 0,
                same: before === now && now.type !== 'date', order };
            }
            """;

    private final Page page;

    private Keyboard(Page page) {
        this.page = page;
    }

    static Keyboard at(Page page) {
        return new Keyboard(page);
    }

    /** Goes on with Tab until the wanted control has the focus. */
    Keyboard to(String wanted) {
        return walk("Tab", wanted);
    }

    /** Goes back with Shift+Tab until the wanted control has the focus. */
    Keyboard backTo(String wanted) {
        return walk("Shift+Tab", wanted);
    }

    private Keyboard walk(String key, String wanted) {
        page.evaluate("() => { window.keyboardStop = null; }");
        for (var stop = 0; stop < MOST_STOPS && !isAt(wanted); stop++) {
            page.keyboard().press(key);
            look(key);
        }
        assertThat(isAt(wanted)).as("the keyboard comes to " + wanted + " on " + page.url()).isTrue();
        return this;
    }

    private boolean isAt(String wanted) {
        return (Boolean) page.evaluate(SELECTED, wanted);
    }

    private void look(String key) {
        var stop = (Map<?, ?>) page.evaluate(STOP);
        if (Boolean.TRUE.equals(stop.get("none"))) {
            page.evaluate("() => { window.keyboardStop = null; }");
            return;
        }
        var where = stop.get("where") + " on " + page.url();
        assertThat(stop.get("seen")).as("the focus is seen at " + where).isEqualTo(true);
        assertThat(stop.get("inView")).as("the focus is in sight at " + where).isEqualTo(true);
        assertThat(stop.get("same")).as("no trap at " + where).isEqualTo(false);
        assertThat(stop.get("order")).as("the order of the page is kept at " + where).isIn("", key);
    }

    /** Types into the wanted control. */
    Keyboard type(String wanted, String words) {
        to(wanted);
        page.keyboard().press("Control+A");
        page.keyboard().insertText(words);
        return this;
    }

    /** Goes into the group of choices and moves with the arrow until that one is chosen. */
    Keyboard choose(String name, String value) {
        to("input[name='" + name + "']");
        page.keyboard().press("Space");
        for (var step = 0; step < MOST_STOPS && !isAt("input[value='" + value + "']:checked"); step++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(isAt("input[value='" + value + "']:checked")).as(value + " is chosen with the arrows").isTrue();
        return this;
    }

    /** Chooses a file with the control's own key. */
    Keyboard file(String wanted, Path file) {
        to(wanted);
        FileChooser chooser = page.waitForFileChooser(() -> page.keyboard().press("Space"));
        chooser.setFiles(file);
        return this;
    }

    /** Presses the wanted button or link with Enter and waits for the page that comes. */
    Keyboard press(String wanted) {
        to(wanted);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        page.waitForLoadState();
        return this;
    }

    /** The first stop of a page leads past its head to what it is about. */
    Keyboard skipHead() {
        page.keyboard().press("Tab");
        assertThat(isAt("a.y-skip")).as("the first stop skips the head of " + page.url()).isTrue();
        look("Tab");
        page.keyboard().press("Enter");
        assertThat(isAt("main")).as("skipping leads to what the page is about").isTrue();
        return this;
    }

    /** Presses what does not answer as it should; is led to the list of faults, and from there to the control to be mended. */
    Keyboard isToldAt(String wanted, String control) {
        press(wanted).isOn("#errors").to("#errors a[href]");
        page.keyboard().press("Enter");
        return isOn(control);
    }

    /** Opens what is folded away, and the focus stays where it is. */
    Keyboard unfold(String wanted) {
        to(wanted);
        page.keyboard().press("Enter");
        assertThat(page.locator(wanted).evaluate("one => one.parentElement.open")).as(wanted + " is open").isEqualTo(true);
        return isOn(wanted);
    }

    /** Ticks the wanted box. */
    Keyboard tick(String wanted) {
        to(wanted);
        page.keyboard().press("Space");
        assertThat(page.locator(wanted).isChecked()).as(wanted + " is ticked").isTrue();
        return isOn(wanted);
    }

    /** The focus is where the person is to go on. */
    Keyboard isOn(String wanted) {
        Until.holds("the focus is on " + wanted, () -> isAt(wanted));
        return this;
    }
}
