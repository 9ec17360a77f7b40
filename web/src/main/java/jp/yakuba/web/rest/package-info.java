/** The office for programs (REST): procedures, their forms, postal codes, a person's own papers, decisions of staff; refusals as problem+json. */
package jp.yakuba.web.rest;
