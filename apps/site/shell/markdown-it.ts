/** The little of markdown-it that our rules use; Framework ships it without types. */
export interface MarkdownToken {
  type: string;
  content: string;
  children: MarkdownToken[] | null;
}

export interface MarkdownIt {
  core: {
    ruler: {push: (name: string, rule: (state: {tokens: MarkdownToken[]}) => void) => void};
  };
  renderer: {
    render: (tokens: MarkdownToken[], options: unknown, env: unknown) => string;
  };
}
