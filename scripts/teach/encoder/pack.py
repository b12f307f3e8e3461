"""Packs a taught encoder as ONNX with weights of one byte each, its vocabulary cut down to the words it may meet."""
import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

HEADS, HIDDEN = 12, 384
EXACT = 1e-12


class Graph:
    """Collects nodes and constants. Every node is named after its only output."""

    def __init__(self):
        self.nodes, self.constants = [], []

    def constant(self, name, values):
        self.constants.append(numpy_helper.from_array(numpy.ascontiguousarray(values), name))
        return name

    def add(self, kind, inputs, name, outputs=None, **attributes):
        self.nodes.append(helper.make_node(kind, inputs, outputs or [name], name=name, **attributes))
        return name

    def linear(self, of, weight, bias, name):
        """`of` times a matrix of bytes, each column with a scale of its own; what goes in is made bytes as it comes."""
        scale = numpy.abs(weight).max(axis=1) / 127 + EXACT
        matrix = self.constant(f'{name}.bytes', numpy.round(weight / scale[:, None]).astype(numpy.int8).T)
        made = [f'{name}.in', f'{name}.in.scale', f'{name}.in.zero']
        self.add('DynamicQuantizeLinear', [of], f'{name}.quantize', made)
        product = self.add('MatMulInteger', [made[0], matrix, made[2]], f'{name}.product')
        product = self.add('Cast', [product], f'{name}.float', to=TensorProto.FLOAT)
        scales = self.add('Mul', [made[1], self.constant(f'{name}.scale', scale.astype(numpy.float32))], f'{name}.scales')
        product = self.add('Mul', [product, scales], f'{name}.scaled')
        return self.add('Add', [product, self.constant(f'{name}.bias', bias)], name)

    def rows(self, indices, table, name):
        """Rows of a table of bytes, each row with a scale of its own."""
        scale = numpy.abs(table).max(axis=1, keepdims=True) / 127 + EXACT
        found = self.add('Gather', [self.constant(f'{name}.bytes', numpy.round(table / scale).astype(numpy.int8)), indices], f'{name}.found')
        found = self.add('Cast', [found], f'{name}.float', to=TensorProto.FLOAT)
        scales = self.add('Gather', [self.constant(f'{name}.scale', scale.astype(numpy.float32)), indices], f'{name}.scales')
        return self.add('Mul', [found, scales], name)

    def normal(self, of, weights, name):
        """Layer normalisation, written out so that any runtime knows it."""
        last = [-1]
        mean = self.add('ReduceMean', [of], f'{name}.mean', axes=last)
        apart = self.add('Sub', [of, mean], f'{name}.apart')
        spread = self.add('ReduceMean', [self.add('Mul', [apart, apart], f'{name}.squares')], f'{name}.spread', axes=last)
        spread = self.add('Sqrt', [self.add('Add', [spread, self.constant(f'{name}.least', numpy.float32(EXACT))], f'{name}.some')], f'{name}.root')
        scaled = self.add('Mul', [self.add('Div', [apart, spread], f'{name}.unit'), self.constant(f'{name}.weight', weights['weight'])], f'{name}.weighed')
        return self.add('Add', [scaled, self.constant(f'{name}.bias', weights['bias'])], name)


def pack(weights, layers, head, kept, path):
    """`weights` by the names of PyTorch's parameters; `kept` the word pieces to keep, in their new order; the head gives one number a class."""
    graph = Graph()
    found = graph.rows('pieces', weights['words.weight'][kept], 'words')
    places = graph.constant('places', (weights['places.weight'] + weights['kind'])[:64])
    length = graph.add('Shape', ['pieces'], 'length', start=1, end=2)
    here = graph.add('Slice', [places, graph.constant('none', numpy.array([0])), length, graph.constant('first', numpy.array([0]))], 'here')
    said = graph.normal(graph.add('Add', [found, here], 'placed'), part(weights, 'normal'), 'start')
    for number in range(layers):
        said = layer(graph, said, part(weights, f'layers.{number}'), f'layer{number}')
    meant = graph.add('ReduceMean', [said], 'meant', axes=[1], keepdims=0)
    graph.linear(meant, head['weight'], head['bias'], 'classes')
    inputs = [helper.make_tensor_value_info('pieces', TensorProto.INT64, [1, 'length'])]
    outputs = [helper.make_tensor_value_info('classes', TensorProto.FLOAT, [1, len(head['bias'])])]
    made = helper.make_model(helper.make_graph(graph.nodes, 'understanding', inputs, outputs, graph.constants), opset_imports=[helper.make_opsetid('', 15)], ir_version=8)
    onnx.checker.check_model(made)
    onnx.save(made, path)


def part(weights, of):
    return {name[len(of) + 1:]: values for name, values in weights.items() if name.startswith(f'{of}.')}


def layer(graph, said, weights, name):
    """One layer of BERT: each word looks at the others, then is thought about by itself."""
    three = graph.linear(said, weights['looks.weight'], weights['looks.bias'], f'{name}.looks')
    split = graph.constant(f'{name}.split', numpy.array([0, 0, 3, HEADS, HIDDEN // HEADS]))
    parts = graph.add('Transpose', [graph.add('Reshape', [three, split], f'{name}.heads')], f'{name}.parts', perm=[2, 0, 3, 1, 4])
    one_each = graph.constant(f'{name}.one', numpy.array([1, 1, 1]))
    asks, answers, tells = [f'{name}.{kind}' for kind in ('asks', 'answers', 'tells')]
    pieces = [f'{each}.kept' for each in (asks, answers, tells)]
    graph.add('Split', [parts, one_each], f'{name}.apart', pieces, axis=0)
    first = graph.constant(f'{name}.axis', numpy.array([0]))
    for kept, each in zip(pieces, (asks, answers, tells)):
        graph.add('Squeeze', [kept, first], each)
    across = graph.add('Transpose', [answers], f'{name}.across', perm=[0, 1, 3, 2])
    looked = graph.add('MatMul', [asks, across], f'{name}.alike')
    looked = graph.add('Mul', [looked, graph.constant(f'{name}.by', numpy.float32((HIDDEN // HEADS) ** -0.5))], f'{name}.evened')
    seen = graph.add('MatMul', [graph.add('Softmax', [looked], f'{name}.shares', axis=-1), tells], f'{name}.seen')
    seen = graph.add('Transpose', [seen], f'{name}.back', perm=[0, 2, 1, 3])
    seen = graph.add('Reshape', [seen, graph.constant(f'{name}.whole', numpy.array([0, 0, HIDDEN]))], f'{name}.together')
    seen = graph.linear(seen, weights['seen.weight'], weights['seen.bias'], f'{name}.out')
    said = graph.normal(graph.add('Add', [said, seen], f'{name}.added'), part(weights, 'after_seen'), f'{name}.between')
    wide = graph.linear(said, weights['wide.weight'], weights['wide.bias'], f'{name}.wide')
    half = graph.add('Erf', [graph.add('Mul', [wide, graph.constant(f'{name}.root', numpy.float32(0.5 ** 0.5))], f'{name}.rooted')], f'{name}.erf')
    half = graph.add('Mul', [graph.add('Add', [half, graph.constant(f'{name}.plus', numpy.float32(1))], f'{name}.more'), graph.constant(f'{name}.halved', numpy.float32(0.5))], f'{name}.half')
    narrow = graph.linear(graph.add('Mul', [wide, half], f'{name}.gelu'), weights['narrow.weight'], weights['narrow.bias'], f'{name}.narrow')
    return graph.normal(graph.add('Add', [said, narrow], f'{name}.summed'), part(weights, 'after_wide'), f'{name}.end')
