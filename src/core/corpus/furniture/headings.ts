const comments =
  /^(?:(?:(?:\d{1,5}|one|two|three|four|five|six|seven|eight|nine|ten|no) )?(?:reader'?s?'? |readers['’] )?(?:comments|responses|replies)|(?:1|one) (?:comment|response|reply)|(?:\d{1,5}|one) thoughts? on)(?: ?\(\d{1,5}\)| (?:to|on) .{1,250}| .{1,3}|:)?$/i;
const disqus = /^(?:blog )?comments powered by \S/i;
const invitation =
  /^(?:leave a (?:reply|comment)|post a comment|add (?:a|your) comment|have your say|join the (?:conversation|discussion|debate)|please enable javascript to view the comments)\b.{0,80}$/i;
const bareComments = /^(?:comments|responses|replies)$/i;

const relatedHeading =
  /^(?:related(?: (?:articles?|stor(?:y|ies)|links?|content|topics?|reading|news|posts?|coverage))?|more (?:from|on|about) .{1,80}|read more|read next|see also|further reading|you (?:may|might) (?:also|be) .{1,40}|most (?:read|popular|viewed|shared)|also (?:on|in|from) .{1,40}|recommended(?: for you)?|editor['’]s picks?|don['’]t miss|share this(?: article| story)?|external links?|topics|tags|filed under)(?: ?[:>»]| stories| articles)?$/i;
const relatedLine =
  /^(?:read more|see also|related|read also|more on this story|tags|topics|filed under)(?::| ?[>»]) ?\S.{0,200}$/i;
const follow =
  /^(?:follow .{1,60} on (?:twitter|x|facebook|instagram|bluesky|linkedin)\b.{0,60}|twitter: ?@\w{1,30})\.?$/i;

const subscriptionWord =
  /\b(?:subscri(?:be|bers?|ption)|membership|newsletters?|sign up|sign in|log in|register|per month|a month|free trial|unlimited access|already a member)\b|\/ ?month\b/i;
const subscriptionLine =
  /^(?:subscribe|sign up|register|join)\b.{0,120}\b(?:newsletters?|e-?mails?|alerts?|bulletins?|briefing|podcast|membership)\b.{0,60}$/i;

const longestLine = 200;
const marks = /["“”„«»]/;

/** Whether reader comments begin at this line: everything from here to the end is theirs. */
export function opensComments(line: string): boolean {
  if (line.length > 300 || marks.test(line)) return false;
  return disqus.test(line) || invitation.test(line) || (comments.test(line) && !isAmbiguous(line));
}

/** "Responses" alone may be a heading of the text itself; "Comments" is none. */
function isAmbiguous(line: string): boolean {
  return bareComments.test(line) && !/^comments$/i.test(line);
}

/** Whether a list of links begins at this line ("Related articles:"). */
export function opensRelated(line: string): boolean {
  return line.length <= 100 && !marks.test(line) && relatedHeading.test(line);
}

/** Whether the line alone is a link to other pieces ("Read more: …", "Follow … on Twitter"). */
export function isRelatedLine(line: string): boolean {
  return (
    line.length <= longestLine + 20 && !marks.test(line) && (relatedLine.test(line) || follow.test(line))
  );
}

/** Whether a short block at the foot of a page speaks of subscribing. */
export function speaksOfSubscribing(line: string): boolean {
  return line.length <= longestLine && subscriptionWord.test(line);
}

/** Whether the line alone asks the reader to sign up for something. */
export function isSubscriptionLine(line: string): boolean {
  return line.length <= longestLine && !marks.test(line) && subscriptionLine.test(line);
}

/** Whether a line may be part of a box or a list of links: short, no sentence and no speech. */
export function isBoxLine(line: string, longest = 80): boolean {
  return line.length <= longest && !marks.test(line) && !/[.!?;’']$/.test(line);
}
