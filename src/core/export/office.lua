-- SPDX-License-Identifier: GPL-3.0-or-later
-- Gives the parts of Matchum's HTML the styles that they have in documents of word processors: the name is the title, dates
-- stand behind a tab at the end of their line.

local tabs = { docx = '<w:r><w:tab/></w:r>', odt = '<text:tab/>' }
local formats = { docx = 'openxml', odt = 'opendocument' }

local function raw(text)
  return pandoc.RawInline(formats[FORMAT], text)
end

-- pandoc knows styles of words in DOCX alone.
local function styled(name, inlines)
  if FORMAT == 'docx' then
    return { pandoc.Span(inlines, pandoc.Attr('', {}, { ['custom-style'] = name })) }
  end
  local result = pandoc.List({ raw('<text:span text:style-name="' .. name .. '">') })
  result:extend(inlines)
  result:insert(raw('</text:span>'))
  return result
end

local function Span(span)
  if span.classes:includes('joint') then
    return {}
  elseif span.classes:includes('dates') then
    local result = pandoc.List({ raw(tabs[FORMAT]) })
    result:extend(styled('Dates', span.content))
    return result
  elseif span.classes:includes('role') then
    return styled('Role', span.content)
  elseif span.classes:includes('title') then
    return styled('EntryTitle', span.content)
  end
end

local function Header(header)
  if header.level == 1 then
    return pandoc.Div({ pandoc.Para(header.content) }, pandoc.Attr('', {}, { ['custom-style'] = 'Title' }))
  end
  header.level = header.level - 1
  return header
end

local function Div(div)
  if div.classes:includes('contact') then
    div.attributes['custom-style'] = 'Contact'
    return div
  end
end

-- Name and author stand in the properties of the document, which Matchum writes, not in paragraphs of their own.
local function Meta(meta)
  return pandoc.Meta({ lang = meta.lang })
end

return { { Span = Span }, { Header = Header, Div = Div, Meta = Meta } }
