package jp.yakuba.organization.api;

import jakarta.ejb.Local;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The desk of appointments (発令): who holds which post from which day on, today at the earliest. A new main post ends the one before
 * on its day.
 */
@Local
public interface AppointmentDesk {
    /** Appointments in force on the day, by post. */
    List<AppointmentLine> list(LocalDate on);

    /** Appointments that begin after the day, the nearest first. */
    List<AppointmentLine> listAhead(LocalDate after);

    /** Posts that nobody holds on the day. */
    List<PostView> listVacant(LocalDate on);

    /** Everybody with a post today, by number. */
    List<StaffView> listStaff();

    /** Posts of the day, in the order of the office. */
    List<PostView> listPosts(LocalDate on);

    /** Appoints from the day on, all or nobody; the faults tell why not. */
    List<AppointmentFault> appoint(List<AppointmentTerms> orders, LocalDate from);

    /** Ends an appointment: the day is its first day no longer. */
    void end(UUID appointmentId, LocalDate from);

    /** Takes back an appointment that has not begun; the main post before goes on. */
    void takeBack(UUID appointmentId);

    /** Who holds what on the day, as a file. */
    String exportCsv(LocalDate on);

    /** Reads a file of orders for the day; {@code really} false tells only what is wrong. */
    List<AppointmentFault> importCsv(String csv, LocalDate from, boolean really);
}
