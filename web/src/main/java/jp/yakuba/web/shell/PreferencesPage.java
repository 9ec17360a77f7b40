package jp.yakuba.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.yakuba.account.api.Zone;

/** Behind {@code preferences.xhtml}: language, size and colours, each choice a link. */
@Named
@RequestScoped
public class PreferencesPage {
    /** One sort of choice. */
    public record Group(String name, List<Choice> choices) {}

    /** One choice: the key of its words, where it leads, whether it holds now. */
    public record Choice(String label, String href, boolean current, String lang) {}

    @Inject
    private Preferences preferences;

    @Inject
    private HttpServletRequest request;

    /** The page to go back to. */
    public String getBack() {
        return Paths.safe(request.getParameter("back"));
    }

    /** What can be chosen here; the staff's pages have one language. */
    public List<Group> getGroups() {
        var looks = Stream.of(
                group("size", Preferences.SIZE, Objects.requireNonNullElse(preferences.size(), "m"), "m", "l", "xl"),
                group("theme", Preferences.THEME, Objects.requireNonNullElse(preferences.theme(), "light"), "light", "dark", "contrast"));
        var language = group("language", Preferences.LANGUAGE, preferences.language().code(), "ja", "ja-easy", "en");
        return Listeners.zoneOf(request) == Zone.OFFICE ? looks.toList() : Stream.concat(Stream.of(language), looks).toList();
    }

    private Group group(String name, String cookie, String now, String... values) {
        var here = Paths.encode("/preferences?back=" + Paths.encode(getBack()));
        return new Group(name, Stream.of(values)
                .map(value -> new Choice(
                        "shell.pref." + name + "." + value,
                        "/preferences/set?" + cookie + "=" + value + "&back=" + here,
                        value.equals(now),
                        name.equals("language") && value.equals("en") ? "en" : null))
                .toList());
    }
}
