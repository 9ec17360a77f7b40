package jp.yakuba.journeys;

/** A course asked for at the counter: an application that does not end by itself on arrival. */
final class Course {
    static final String CODE = "lifesaving-course";

    private Course() {}

    /** Fills the sheet without sending it. */
    static void fill(Visitor clerk, String name) {
        clerk.goToOffice("/office/counter?procedures=" + CODE);
        clerk.page().locator("#identityShown").fill("運転免許証");
        new Questions().know("applicant.name", name).know("applicant.kana", "こうしゅう　うける")
                .know("applicant.address.postal", "0820012").know("applicant.address.lot", "１番地")
                .know("applicant.phone", "0155-62-0001").know(CODE + ".people", "5").know(CODE + ".wish", "土曜の午前")
                .fillSheet(clerk.page());
    }

    /** Asks for a course in somebody's name; the id of what arrived. */
    static String book(Visitor clerk) {
        fill(clerk, "講習　受");
        clerk.page().locator("button[name=y_send]").click();
        return idOf(clerk);
    }

    /** The id of what arrived, from the page that confirms it. */
    static String idOf(Visitor clerk) {
        return clerk.page().locator("a[href*='/office/application?id=']").first().getAttribute("href").replaceAll(".*id=", "");
    }
}
