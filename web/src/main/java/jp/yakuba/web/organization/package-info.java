/** Pages of the organisation (組織・職員): absences, and the delegation table with its stand-ins. */
package jp.yakuba.web.organization;
