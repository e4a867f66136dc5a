using Ocr.Extractor.Scoring;
using Ocr.FieldDocuments.Evaluation;
using Ocr.FieldDocuments.Pages;
using Ocr.FieldDocuments.Words;

namespace Ocr.FieldDocuments.Scenes;

/// <summary>Composes a receipt: header, state, large amount, items in one or two arrangements, footer.</summary>
internal sealed class ReceiptScene
{
    private readonly Facts _facts;
    private readonly Dice _dice;
    private readonly Lexicon _lexicon;
    private readonly Split _split;
    private readonly PageState _state;
    private readonly Canvas _canvas;
    private readonly float _size;

    /// <summary>Whether it is the page of a bank's web site, as wide as two screens of a phone.</summary>
    private readonly bool _isWide;

    private readonly float _margin;
    private readonly List<string> _used = [];
    private float _y;

    private ReceiptScene(Facts facts, Split split, PageState state)
    {
        (_facts, _dice, _lexicon, _split, _state) = (facts, facts.Dice, facts.Lexicon, split, state);
        _size = _dice.Between(14, 40);
        _isWide = _dice.Chance(0.18);
        _canvas = new Canvas(_dice, _size * (_isWide ? _dice.Between(38, 80) : _dice.Between(17, 38)));
        _margin = _dice.Between(0.02, 0.1) * _canvas.Width;
        _y = _size * _dice.Between(0.3, 2);
    }

    private Area Area => new(_canvas, _margin, _y, _canvas.Width - (2 * _margin), _size);

    /// <summary>Composes one receipt on a page.</summary>
    public static Document Make(Facts facts, Split split, PageState state)
    {
        var scene = new ReceiptScene(facts, split, state);
        scene.Compose();
        return new Document(scene._canvas.Words, scene._canvas.Width, scene._canvas.Bottom + (scene._size * facts.Dice.Between(0.5, 3)), PageKind.Receipt, state, false, string.Join('+', scene._used))
        {
            Truth = ExpectedValues.Of(facts, scene._canvas.Words),
        };
    }

    private void Compose()
    {
        StatusBar();
        if (_isWide && _dice.Chance(0.6))
        {
            WideHeader();
        }
        else
        {
            Header();
        }

        var stateAsItem = _dice.Chance(_state == PageState.Realizado ? 0.15 : 0.3);
        if (!stateAsItem && (_state != PageState.Realizado || _dice.Chance(0.78)))
        {
            StateLine(_dice.Between(0.9, 1.7));
        }

        var hero = _dice.Chance(0.35);
        if (hero)
        {
            Hero();
        }

        Body(hero, stateAsItem);
        Footer.Set(this);
    }

    private void StatusBar()
    {
        if (_dice.Chance(0.4))
        {
            var clock = $"{_dice.Whole(1, 12)}:{_dice.Whole(0, 59):00}{_dice.Of("", "", " a. m.", " p.m.", " PM")}";
            _canvas.Put(_margin, _y, 0.75f * _size, Piece.Line(clock, FieldTag.OtherTime));
            _canvas.Right(_canvas.Width - _margin, _y, 0.75f * _size, Piece.Line($"{_dice.Of("4G", "LTE", "5G", "H+", "WiFi", "1,2 KB/s")} {_dice.Whole(5, 100)}%", FieldTag.Other));
            _y += 1.8f * _size;
        }
    }

    private void Header()
    {
        if (_dice.Chance(0.55))
        {
            var name = _dice.Pick(_facts.Payer.Bank.Names);
            var line = Piece.Line(_dice.Chance(0.3) ? name.ToUpperInvariant() : name, Brand());
            line.AddRange(_dice.Chance(0.3) ? Piece.Line(_lexicon.Cased(_dice.Pick(Lexicon.List.Apps)), FieldTag.Other) : []);
            Line(line, _dice.Between(0.9, 1.8));
        }

        if (_dice.Chance(0.05) && _state != PageState.Recibido)
        {
            // the title names the bank of both
            Line([.. Piece.Line(_lexicon.Cased(_dice.Of("transferencias a terceros en", "pago a terceros", "transferencia entre cuentas", "envío a clientes de")), FieldTag.Other), .. Piece.Line(_dice.Pick(_facts.Payer.Bank.Names), FieldTag.PayerBank)], 1.1f);
        }

        if (_dice.Chance(0.35))
        {
            Line(Piece.Line(_lexicon.Cased(_dice.Chance(0.5) ? _dice.Of("", "", "enviar ", "hacer ", "nuevo ") + _dice.Pick(Lexicon.List.Types) : _dice.Pick(Lexicon.List.Apps)), FieldTag.Other), _dice.Between(0.9, 1.5));
        }

        if (_state == PageState.Realizado && _dice.Chance(0.1))
        {
            Line(Piece.Line(_dice.Of("¡Listo!", "¡Excelente!", "Listo", "¡Todo salió bien!", "¡Felicidades!"), FieldTag.Other), _dice.Between(1, 2));
        }

        if (_state != PageState.Realizado && _dice.Chance(0.35))
        {
            Line(Piece.Line(_lexicon.Cased(_dice.Of("comprobante", "comprobante de operación", "recibo", "detalle de la operación", "detalle", "pago móvil", "recibo de pago", "resumen")), FieldTag.Other), _dice.Between(0.9, 1.5));
        }
    }

    /// <summary>The bank's name on the left, the title on the right; above them a print header, when the page was printed.</summary>
    private void WideHeader()
    {
        var right = _canvas.Width - _margin;
        if (_dice.Chance(0.5))
        {
            var printed = _facts.When.AddMinutes(_dice.Whole(0, 90));
            _canvas.Right(right, _y, 0.8f * _size, [.. Piece.Line(_facts.Values.Date(printed), FieldTag.OtherDate), new Piece("-", FieldTag.Other), .. Piece.Line(_facts.Values.Time(printed), FieldTag.OtherTime)]);
            _y += 2.2f * _size;
        }

        var scale = _dice.Between(1.1, 2.1);
        _canvas.Put(_margin, _y, scale * _size, Piece.Line(_dice.Pick(_facts.Payer.Bank.Names), Brand()));
        _canvas.Right(right, _y, _dice.Between(0.9, 1.6) * _size, Piece.Line(_lexicon.Cased(_dice.Of("", "envío de ", "detalle de ", "recibo de ", "comprobante de ") + _dice.Pick(Lexicon.List.Types)), FieldTag.Other));
        _y += (scale + _dice.Between(0.8, 3)) * _size;
    }

    /// <summary>The app's own bank is the payer's, or the beneficiary's for a received payment.</summary>
    private FieldTag Brand() => _state == PageState.Recibido ? FieldTag.BeneficiaryBank : FieldTag.PayerBank;

    private void StateLine(float scale)
    {
        var text = _lexicon.State(_state);
        Line(Piece.Line(_lexicon.Cased(text) + _dice.Of("", "", "", ".", "!"), FieldTag.State), scale);
    }

    /// <summary>A separate line, left or centered.</summary>
    public void Line(List<Piece> text, float scale)
    {
        var size = scale * _size;
        var align = _dice.Chance(0.6) ? 0.5f : 0;
        _y = Stacks.Lines(Area, _canvas.Wrap([text], size, Area.Width), size, align, _y) + (_size * _dice.Between(0.2, 1.6));
    }

    private void Hero()
    {
        if (_dice.Chance(0.3))
        {
            Line(Piece.Line(_lexicon.Label(_lexicon.Known(Lexicon.List.Labels["amount"])), FieldTag.Label), 0.9f);
        }

        Line(_facts.Values.Hero(_facts.Amount, FieldTag.Amount), _dice.Between(1.2, 2.8));
        if (_dice.Chance(0.12))
        {
            Line([.. _dice.Chance(0.5) ? Piece.Line(_dice.Of("≈", "Equivale a", "Ref.", "aprox."), FieldTag.Other) : [], .. _facts.Values.Dollars(Math.Round(_facts.Amount / 212m, 2) + 0.01m, FieldTag.OtherAmount)], 0.9f);
        }
    }

    private void Body(bool hero, bool stateAsItem)
    {
        var items = new Items(_facts);
        var received = _state == PageState.Recibido && _dice.Chance(0.8);
        var parties = !received && _dice.Chance(0.22);
        var one = !received && !parties && _dice.Chance(0.1);
        var list = List(items, hero, stateAsItem, received, parties, one);
        Item[] ordered = _dice.Chance(0.5) ? _dice.Shuffle(list) : [.. list];
        var cut = _dice.Chance(0.3) ? _dice.Whole(0, ordered.Length) : ordered.Length;
        var partiesFirst = _dice.Chance(0.4);
        if (parties && partiesFirst)
        {
            SetParties(items);
        }

        SetItems(ordered[..cut]);
        SetItems(ordered[cut..]);
        if (parties && !partiesFirst)
        {
            SetParties(items);
        }
    }

    private List<Item> List(Items items, bool hero, bool stateAsItem, bool received, bool parties, bool one)
    {
        var list = new List<Item>();
        if (!hero || _dice.Chance(0.12))
        {
            list.Add(items.Amount());
        }

        if (_state is not (PageState.Desconocido or PageState.Solicitud) || _dice.Chance(0.35))
        {
            list.Add(items.Reference());
        }

        list.AddRange(_dice.Chance(0.93) ? items.Moment() : []);
        list.AddRange(received ? items.Received() : parties ? [] : one ? [Parties.OneValue(_facts, items.ToAccount)] : items.Beneficiary());
        list.AddRange(received || parties ? [] : items.Payer());
        list.AddRange(_dice.Chance(0.6) ? [items.Concept()] : []);
        list.AddRange(items.Distractors());
        if (stateAsItem)
        {
            var words = _state == PageState.Realizado && _dice.Chance(0.6) ? _lexicon.Known(Lexicon.List.States["realizado"]) : _lexicon.State(_state);
            list.Add(items.Of(_lexicon.Known(Lexicon.List.Labels["state"]), Piece.Line(_lexicon.Cased(words), FieldTag.State)));
        }

        return list;
    }

    private void SetParties(Items items)
    {
        _used.Add("parties");
        _y = Parties.Set(Area, _facts, items.ToAccount) + (_size * _dice.Between(0.4, 1.4));
    }

    private void SetItems(Item[] items)
    {
        if (items.Length == 0)
        {
            return;
        }

        var arrangement = _dice.Pick(Arrangement.Allowed(_split));
        _used.Add(arrangement.Name);
        _y = arrangement.Set(Area, items, _dice) + (_size * _dice.Between(0.3, 1.5));
    }

    /// <summary>The text below a receipt.</summary>
    private static class Footer
    {
        public static void Set(ReceiptScene scene)
        {
            var dice = scene._dice;
            if (dice.Chance(0.36))
            {
                var text = dice.Chance(0.6) ? StatePhrases.Condition(dice) : scene._lexicon.Known(Lexicon.List.Conditional);
                var phone = text.EndsWith(" al", StringComparison.Ordinal) || dice.Chance(0.1) ? " 0" + dice.Of("500", "212", "800", "501") + "-" + dice.Digits(7) : "";
                scene.Line([.. Piece.Line(Lexicon.Sentence(text), FieldTag.Other), .. Piece.Line(phone, FieldTag.OtherPhone)], dice.Between(0.65, 1));
            }

            if (dice.Chance(0.1))
            {
                scene.Line(Piece.Line(Lexicon.Sentence(dice.Pick(Lexicon.List.Adverts)), FieldTag.Other), dice.Between(0.8, 1.1));
            }

            if (dice.Chance(0.18))
            {
                var name = Piece.Line(dice.Of("©", "© 2026", "") + " " + dice.Pick(scene._facts.Payer.Bank.Names), scene.Brand());
                scene.Line([.. name, .. Piece.Line(dice.Of("RIF", "Rif:", "RIF.", "R.I.F."), FieldTag.Other), .. Piece.Line($"{dice.Of("J", "G")}-{dice.Digits(8)}-{dice.Digits(1)}", FieldTag.OtherDocument)], dice.Between(0.6, 0.9));
            }

            foreach (var button in dice.Shuffle(Lexicon.List.Buttons).Take(dice.Chance(0.5) ? dice.Whole(1, 3) : 0))
            {
                // a button may repeat the word for the payment
                var text = dice.Chance(0.2) ? $"{dice.Of("hacer otro", "nuevo", "repetir", "otro", "realizar")} {dice.Pick(Lexicon.List.Types)}" : button;
                scene.Line(Piece.Line(scene._lexicon.Cased(text), FieldTag.Other), dice.Between(0.8, 1.1));
            }

            if (dice.Chance(0.15))
            {
                var labels = dice.Shuffle(Lexicon.List.Nav).Take(dice.Whole(3, 5)).ToArray();
                for (var i = 0; i < labels.Length; i++)
                {
                    scene._canvas.Put(scene._margin + (i * scene.Area.Width / labels.Length), scene._y, 0.7f * scene._size, Piece.Line(scene._lexicon.Cased(labels[i]), FieldTag.Other));
                }
            }
        }
    }
}
