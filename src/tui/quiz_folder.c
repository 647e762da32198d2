/* SPDX-License-Identifier: ISC */
#include "config.h"

#include "tui/quiz_folder.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xalloc.h"
#include "course/sitting.h"
#include "tui/app.h"
#include "tui/prompt.h"

static const struct prompt_ops folder_ops;

static void
ask_again(
    struct tui *t, struct sitting *sitting, const char *why, const char *text)
{
	char *label = xasprintf("%s; another folder: ", why);

	tui_push(t, prompt_new(label, text, &folder_ops, sitting));
	free(label);
}

static void
save(struct tui *t, void *arg, const char *text)
{
	char *path = path_typed(text);

	if (path[0] != '\0' && sitting_save_to(arg, path) == 0)
		tui_say(t, "Saved in %s.", text);
	else if (path[0] != '\0')
		ask_again(t, arg, strerror(errno), text);
	free(path);
}

static const struct prompt_ops folder_ops = {
	.does = "save",
	.accept = save,
};

struct view *
quiz_folder_new(struct sitting *sitting)
{
	return prompt_new("Save in folder: ", "", &folder_ops, sitting);
}
