package jp.yakuba.organization.api;

/**
 * A line of a reorganisation: a section ends, another has its duties.
 *
 * @param section code of the section that ends
 * @param successor code of the one that takes over: one that exists, or a new one that is described
 * @param main true for the one heir that has what was not given to another; one alone is it anyway
 * @param name name of a new section; null if it exists, or a line before describes it
 * @param english its name in English
 * @param letter its letter in document numbers
 * @param parent code of the section above it; null for the one above the section that ends
 * @param phone its phone; null for that of the section that ends
 * @param counter its counter; null for that of the section that ends
 */
public record SuccessionTerms(
        String section, String successor, boolean main, String name, String english, String letter, String parent, String phone,
        String counter) {

    /** A section goes into one that exists. */
    public static SuccessionTerms into(String section, String successor) {
        return new SuccessionTerms(section, successor, true, null, null, null, null, null, null);
    }

    /** The same, to a section that is new on the day. */
    public SuccessionTerms opening(String newName, String newEnglish, String newLetter) {
        return new SuccessionTerms(section, successor, main, newName, newEnglish, newLetter, parent, phone, counter);
    }

    /** The same, as one that is not the main heir. */
    public SuccessionTerms beside() {
        return new SuccessionTerms(section, successor, false, name, english, letter, parent, phone, counter);
    }

    /** True if it describes a section to be opened. */
    public boolean describes() {
        return name != null;
    }
}
