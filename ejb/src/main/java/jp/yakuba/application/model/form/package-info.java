/**
 * Forms as data (様式定義): reading and inspecting definitions, asking each fact once, reading what people type, and saying how
 * to mend it. Everything here is pure: no container, no database, no clock.
 */
package jp.yakuba.application.model.form;
