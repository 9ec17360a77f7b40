/** A proposal and the stops of its route, by their own rules. */
package jp.yakuba.approval.model;
