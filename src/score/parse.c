/* SPDX-License-Identifier: ISC */
/*
 * Any line of JSON: of other programs, of later versions of this one, and
 * those of ours that need escapes.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "score/day.h"
#include "score/event.h"
#include "score/field.h"

void
event_decoder_release(struct event_decoder *d)
{
	json_decref(d->json);
	free(d->extra);
	free(d->list);
	free(d->text);
	memset(d, 0, sizeof(*d));
}

static int
get_list(struct event_decoder *d, const json_t *value, const char *const **list)
{
	size_t i, start = d->list_used, n = json_array_size(value);

	if (!json_is_array(value))
		return -1;
	for (i = 0; i < n; i++) {
		const char *s = json_string_value(json_array_get(value, i));

		if (s == NULL)
			return -1;
		d->list[d->list_used++] = s;
	}
	d->list[d->list_used++] = NULL;
	*list = n == 0 ? NULL : d->list + start;
	return 0;
}

static int
get_int(const json_t *value, int64_t *n)
{
	if (!json_is_integer(value))
		return -1;
	*n = json_integer_value(value);
	return 0;
}

static int
get_text(const json_t *value, enum field_type type, void *member)
{
	const char *s = json_string_value(value);
	size_t len = json_string_length(value);

	if (s == NULL)
		return -1;
	if (type == FIELD_TIME)
		return day_get_time(s, len, member);
	if (type == FIELD_ZONE)
		return day_get_zone(s, len, member);
	if (type == FIELD_KIND)
		*(enum event_kind *)member = event_kind_of(s, len);
	else
		*(const char **)member = s;
	return 0;
}

/* Puts a value into its member; -1 when it is of another type. */
static int
get_value(struct event_decoder *d, const struct field *f, const json_t *value,
    struct event *e)
{
	void *member = (char *)e + f->offset;

	switch (f->type) {
	case FIELD_INT:
		return get_int(value, member);
	case FIELD_NUMBER:
		if (!json_is_number(value))
			return -1;
		*(double *)member = json_number_value(value);
		return 0;
	case FIELD_LIST:
		return get_list(d, value, member);
	case FIELD_FLAG:
		if (!json_is_boolean(value))
			return -1;
		*(int *)member = json_is_true(value);
		return 0;
	case FIELD_STRING:
	case FIELD_TIME:
	case FIELD_ZONE:
	case FIELD_KIND:
		return get_text(value, f->type, member);
	}
	return -1;
}

/* "name":value,... of the object, or NULL if it is empty. */
static char *
dump_extra(const json_t *unknown)
{
	char *s;
	size_t len;

	if (json_object_size(unknown) == 0)
		return NULL;
	s = json_dumps(unknown, JSON_COMPACT);
	if (s == NULL)
		return NULL;
	len = strlen(s) - 2;
	memmove(s, s + 1, len);
	s[len] = '\0';
	return s;
}

/* What a field is where the line has no good one: 1, or 0 for those that have
 * to be there. */
static int
work_out(const struct field *f, struct event *e)
{
	if (f->type == FIELD_ZONE)
		e->tz = 0;
	else if (f == &fields[FIELD_AT_day])
		e->day = day_number(e->ts, e->tz);
	else
		return 0;
	return 1;
}

/* Takes the known fields out of `object`; what stays is unknown. */
static enum event_status
take_fields(struct event_decoder *d, json_t *object, struct event *e)
{
	const struct field *f;
	json_t *value;
	uint32_t on;

	value = json_object_get(object, "ev");
	if (get_text(value, FIELD_KIND, &e->kind) == -1) {
		d->lacks = "ev";
		return EVENT_LACKS;
	}
	on = 1U << e->kind;
	for (f = fields; f < fields + FIELD_COUNT; f++) {
		if (((f->must | f->may) & on) == 0)
			continue;
		value = json_object_get(object, f->name);
		if ((value != NULL && get_value(d, f, value, e) == 0) ||
		    work_out(f, e)) {
			/* A wrong one that was worked out goes as well. */
			json_object_del(object, f->name);
		} else if ((f->must & on) != 0) {
			d->lacks = f->name;
			return EVENT_LACKS;
		}
	}
	return EVENT_OK;
}

enum event_status
event_parse(
    struct event_decoder *d, const char *line, size_t len, struct event *e)
{
	enum event_status status;
	json_t *object, *unknown;

	memset(e, 0, sizeof(*e));
	d->list_used = 0;
	free(d->extra);
	d->extra = NULL;
	json_decref(d->json);
	object = json_loadb(line, len, JSON_REJECT_DUPLICATES, NULL);
	d->json = object;
	if (!json_is_object(object))
		return EVENT_NO_JSON;
	unknown = json_copy(object); /* shallow: strings stay with d->json */
	if (unknown == NULL)
		return EVENT_NO_JSON;
	status = take_fields(d, unknown, e);
	json_object_del(unknown, "crc");
	if (status == EVENT_OK)
		e->extra = d->extra = dump_extra(unknown);
	json_decref(unknown);
	return status;
}
