package jp.yakuba.organization.api;

import java.time.LocalDate;

/**
 * An order that somebody holds a post (発令).
 *
 * @param staffNumber number of the member of staff
 * @param post code of the post
 * @param kind in which way
 * @param until the first day no longer; null while no end is known
 */
public record AppointmentTerms(String staffNumber, String post, AppointmentKind kind, LocalDate until) {}
